import { describe, expect, it } from 'vitest';
import { ACTIVITIES } from '../../server/domain/vocabulary/activities.ts';
import { KINDS } from '../../server/domain/vocabulary/kinds.ts';
import { NEEDS } from '../../server/domain/vocabulary/needs.ts';
import type { Filters } from '../../web/src/lib/search/filters.ts';
import { NO_FILTERS } from '../../web/src/lib/search/filters.ts';
import { asksConsultation, isConsultationPlace } from '../../web/src/lib/search/consultation.ts';

const labelled = <T extends { ja: string }>(terms: T[]) => terms.map((term) => ({ ...term, label: term.ja }));
const words = {
  needs: labelled(NEEDS),
  kinds: labelled(KINDS).map((kind) => ({ ...kind, about: '' })),
  activities: labelled(ACTIVITIES),
};
const isPrivate = (change: Partial<Filters>) => asksConsultation({ ...NO_FILTERS, ...change }, words);

describe('a search that leaves no trace', () => {
  it.each([
    ['a consultation need', { needs: ['listen'] }],
    ['school that is hard', { needs: ['school-is-hard'] }],
    ['one beside another need', { needs: ['eat', 'after-birth'] }],
    ['a kind for consultation alone', { kinds: ['child-guidance-center'] }],
    ['an activity for consultation alone', { activities: ['consultation'] }],
    ['the name of such a kind', { text: '児童相談所' }],
    ['a need in words', { text: '話を聞いてほしい' }],
    ['a word that says so', { text: 'いじめ' }],
    ['an English one', { text: 'Abuse' }],
  ] as const)('%s', (_, change) => expect(isPrivate(change as Partial<Filters>)).toBe(true));

  it.each([
    ['nothing', {}],
    ['food', { needs: ['eat'] }],
    ['a 児童館', { kinds: ['children-center'] }],
    ['a station', { text: '後楽園駅' }],
    ['an ordinary name', { text: 'ひまわり食堂' }],
    ['an age', { who: [{ years: 9 }] }],
  ])('is not one for %s', (_, change) => expect(isPrivate(change)).toBe(false));
});

it('a place is private where one of its kinds is for consultation alone', () => {
  expect(isConsultationPlace(['children-center'], words.needs)).toBe(false);
  expect(isConsultationPlace(['children-center', 'consultation-office'], words.needs)).toBe(true);
});
