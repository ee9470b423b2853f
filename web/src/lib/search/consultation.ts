import type { Vocabulary } from '../shell/vocabulary.ts';
import type { Filters } from './filters.ts';

type Words = Pick<Vocabulary, 'needs' | 'kinds' | 'activities'>;
type Needs = Vocabulary['needs'];
type Asked = Pick<Filters, 'needs' | 'kinds' | 'activities' | 'text'>;

/** What can be said without a word of the directory, and is nobody else's business. */
const PRIVATE_TEXT = /相談|虐待|いじめ|自殺|死|つらい|助けて|たすけて|そうだん|妊娠|suicid|abuse|bull(y|ied)/i;

/**
 * Whether a search is nobody's business: by a consultation need, by a kind or an activity that only such needs ask for, or
 * in words that say so. Titles, histories and copies say nothing of it.
 */
export function asksConsultation({ needs, kinds, activities, text }: Asked, words: Words): boolean {
  if (words.needs.some((need) => need.consultation && needs.includes(need.code))) return true;
  if (kinds.some((code) => isPrivate('kinds', code, words.needs))) return true;
  if (activities.some((code) => isPrivate('activities', code, words.needs))) return true;
  return text !== '' && (PRIVATE_TEXT.test(text) || namesPrivateWord(text, words));
}

/** Whether a place is for consultation: one of its kinds answers such needs and no other. */
export function isConsultationPlace(kinds: string[], needs: Needs): boolean {
  return kinds.some((code) => isPrivate('kinds', code, needs));
}

/** Whether a code answers consultation needs alone. A 児童館 is no secret; an office for abused children is. */
function isPrivate(of: 'kinds' | 'activities', code: string, needs: Needs): boolean {
  const answered = needs.filter((need) => need[of].includes(code));
  return answered.length > 0 && answered.every((need) => need.consultation);
}

/** Whether a text is the name of such a kind, activity or need, or has it in it. */
function namesPrivateWord(text: string, { needs, kinds, activities }: Words): boolean {
  const labels = [
    ...needs.filter((need) => need.consultation),
    ...kinds.filter(({ code }) => isPrivate('kinds', code, needs)),
    ...activities.filter(({ code }) => isPrivate('activities', code, needs)),
  ].map(({ label }) => label);
  return labels.some((label) => text.includes(label) || (text.length > 1 && label.includes(text)));
}
