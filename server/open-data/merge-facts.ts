import { FACT_NAMES, type FactName, type PlaceFacts } from './facts.ts';
import { sameValue } from '../domain/same-value.ts';

export interface MergedFacts {
  facts: PlaceFacts;
  /** What an operator changed and the file changed as well: the operator's value stays. */
  kept: FactName[];
}

/**
 * Three-way merge of what a place says: a fact that the file did not change since the last import stays as it is, one
 * that only the file changed is taken, one that both changed stays the operator's.
 * @param base what the last import said
 * @param ours the place as it is
 * @param theirs what the file says now
 */
export function mergeFacts(base: PlaceFacts, ours: PlaceFacts, theirs: PlaceFacts): MergedFacts {
  const facts: Record<string, unknown> = {};
  const kept: FactName[] = [];
  for (const name of FACT_NAMES) {
    const changed = !sameValue(base[name], theirs[name]);
    const edited = !sameValue(base[name], ours[name]);
    facts[name] = changed && !edited ? theirs[name] : ours[name];
    if (changed && edited && !sameValue(ours[name], theirs[name])) kept.push(name);
  }
  return { facts: facts as unknown as PlaceFacts, kept };
}

/** Names of facts for people. */
export const FACT_TITLES: Record<FactName, string> = {
  name: '名称',
  kana: 'よみ',
  kinds: '種類',
  activities: 'できること',
  features: '設備',
  description: '説明',
  ages: '対象年齢',
  agesText: '対象年齢（原文）',
  conditions: '参加条件',
  childAlone: '子どもだけの利用',
  access: '利用のしかた',
  fee: '料金',
  booking: '予約',
  eligibility: '対象者',
  capacity: '定員',
  contact: '連絡先',
  operator: '運営',
  address: '住所',
  addressHidden: '住所の公開',
  municipalityCode: '市区町村',
  location: '位置',
  schoolDistricts: '学区',
  schedule: '開催日時',
};
