import type { LifeStage } from '../age.ts';

/** Life stages in the three voices. */
export const LIFE_STAGE_TERMS: { stage: LifeStage; ja: string; easyJa: string; en: string }[] = [
  { stage: 'PREGNANCY', ja: '妊娠中', easyJa: 'おなかに あかちゃん', en: 'Pregnant' },
  { stage: 'BABY', ja: '0歳', easyJa: '0さい', en: 'Under 1' },
  { stage: 'TODDLER', ja: '1〜2歳', easyJa: '1〜2さい', en: '1–2 years' },
  { stage: 'PRESCHOOL', ja: '3歳〜就学前', easyJa: '3さい〜がっこうの まえ', en: '3 to before school' },
  { stage: 'PRIMARY_LOWER', ja: '小学1〜3年生', easyJa: 'しょうがく 1〜3ねんせい', en: 'Primary, years 1–3' },
  { stage: 'PRIMARY_UPPER', ja: '小学4〜6年生', easyJa: 'しょうがく 4〜6ねんせい', en: 'Primary, years 4–6' },
  { stage: 'JUNIOR_HIGH', ja: '中学生', easyJa: 'ちゅうがくせい', en: 'Junior high school' },
  { stage: 'HIGH_SCHOOL', ja: '高校生年代', easyJa: 'こうこうせいの とし', en: 'High school age' },
  { stage: 'YOUTH', ja: '18歳以上の若者', easyJa: '18さいより うえ', en: '18 and over' },
];
