import type { NeedWord } from '../shell/vocabulary.ts';

type Need = Pick<NeedWord, 'code' | 'kinds' | 'consultation'>;

/** Whether somebody searches under a need that is nobody's business: titles, histories and copies say nothing of it. */
export function asksConsultation(filters: { needs: string[] }, needs: Need[]): boolean {
  return needs.some((need) => need.consultation && filters.needs.includes(need.code));
}

/** Whether a place is for consultation and nothing else: each of its kinds answers such needs only. */
export function isConsultationPlace(kinds: string[], needs: Need[]): boolean {
  const answering = (kind: string) => needs.filter((need) => need.kinds.includes(kind));
  return kinds.some((kind) => {
    const answered = answering(kind);
    return answered.length > 0 && answered.every((need) => need.consultation);
  });
}
