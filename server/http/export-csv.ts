import type { Place } from '../domain/place.ts';
import { ACTIVITIES } from '../domain/vocabulary/activities.ts';
import { FEATURES } from '../domain/vocabulary/features.ts';
import { KINDS } from '../domain/vocabulary/kinds.ts';
import type { Term } from '../domain/vocabulary/term.ts';
import { exportedFacts, type ExportedFacts } from './exported-facts.ts';

/** Excel takes a file for UTF-8 only where it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

const labels = (terms: readonly Term[]) => new Map(terms.map(({ code, ja }) => [code, ja]));
const KIND_LABELS = labels(KINDS);
const ACTIVITY_LABELS = labels(ACTIVITIES);
const FEATURE_LABELS = labels(FEATURES);
const named = (codes: string[], terms: Map<string, string>) => codes.map((code) => terms.get(code) ?? code).join(';');
const SAID = { true: '有', false: '無', null: '' };

/** Columns by their names in 自治体標準オープンデータセット where it has them. */
const COLUMNS: [name: string, cell: (facts: ExportedFacts, place: Place) => string | number | null][] = [
  ['全国地方公共団体コード', (_, { municipalityCode }) => municipalityCode],
  ['ID', (_, { id }) => id],
  ['名称', (_, { name }) => name],
  ['名称_カナ', (_, { kana }) => kana],
  ['種別', (_, { kinds }) => named(kinds, KIND_LABELS)],
  ['活動', (_, { activities }) => named(activities, ACTIVITY_LABELS)],
  ['設備・配慮', (_, { features }) => named(features, FEATURE_LABELS)],
  ['説明', (_, { description }) => description],
  ['所在地_連結表記', ({ address }) => address?.text ?? null],
  ['方書', ({ address }) => address?.building ?? null],
  ['郵便番号', ({ address }) => address?.postalCode ?? null],
  ['緯度', ({ point }) => point?.latitude ?? null],
  ['経度', ({ point }) => point?.longitude ?? null],
  ['位置の精度', ({ point }) => point?.precision ?? null],
  ['電話番号', (_, { contact }) => contact.phones[0]?.number ?? null],
  ['URL', (_, { contact }) => contact.url],
  ['運営団体名', (_, { operator }) => operator],
  ['受入年齢', (_, { agesText }) => agesText],
  ['利用料_子どもは無料', (_, { fee }) => SAID[String(fee.freeForChildren) as keyof typeof SAID]],
  ['子どもだけで利用', (_, { childAlone }) => SAID[String(childAlone) as keyof typeof SAID]],
  ['開いている日時', ({ hours }) => hours.join(' / ')],
  ['opening_hours', ({ osm }) => osm],
  ['最終確認日時', (_, { confirmedAt }) => confirmedAt?.toISOString() ?? null],
  ['最終更新日時', (_, { updatedAt }) => updatedAt.toISOString()],
  ['ページ', ({ page }) => page],
  ['出典', ({ source }) => source.dataset],
  ['出典URL', ({ source }) => source.url],
  ['出典の取得日', ({ source }) => source.retrievedAt],
  ['ライセンス', ({ source }) => source.licence],
];

/** RFC 4180 in UTF-8 with a byte order mark: one line of names, one line for each place. */
export async function* csvOf(places: AsyncIterable<Place[]>, publicUrl: string): AsyncIterable<string> {
  yield BYTE_ORDER_MARK + COLUMNS.map(([name]) => cellText(name)).join(',') + LINE_END;
  for await (const batch of places) yield batch.map((place) => lineOf(place, publicUrl)).join('');
}

function lineOf(place: Place, publicUrl: string): string {
  const facts = exportedFacts(place, publicUrl);
  return COLUMNS.map(([, cell]) => cellText(cell(facts, place))).join(',') + LINE_END;
}

/** What a spreadsheet would take for a formula (OWASP, CSV injection) is marked as text; numbers with a sign are numbers. */
function cellText(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^([=@\t\r]|[+-](?![\d.]))/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
