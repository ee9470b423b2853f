import type { LifeStage } from '../search/filters.ts';
import type { Messages } from '../i18n/ja.ts';

interface AgePoint {
  months: number;
  days: number;
}

export interface Band {
  from?: AgePoint | null | undefined;
  until?: AgePoint | null | undefined;
  stages: LifeStage[];
}

/** Ages of a place in words, `0歳〜3歳・妊娠中`. Empty where every age may come. */
export function bandsText(bands: Band[], stageLabel: (stage: LifeStage) => string, t: Messages): string {
  const texts = bands.map((band) => bandText(band, stageLabel, t)).filter((text) => text !== '');
  return [...new Set(texts)].join(t.facts.join);
}

function bandText(band: Band, stageLabel: (stage: LifeStage) => string, t: Messages): string {
  if (band.stages.length > 0) return stagesText(band.stages, stageLabel, t);
  const from = band.from && band.from.months + band.from.days > 0 ? lowerText(band.from, t) : null;
  if (from && band.until) return t.facts.range(from, upperText(band.until, t));
  if (from) return t.facts.from(from);
  return band.until ? upperAlone(band.until, t) : '';
}

function stagesText(stages: LifeStage[], stageLabel: (stage: LifeStage) => string, t: Messages): string {
  const isPrimary = stages.includes('PRIMARY_LOWER') && stages.includes('PRIMARY_UPPER');
  const labels = stages.map((stage) =>
    isPrimary && stage.startsWith('PRIMARY') ? t.facts.primary : stageLabel(stage),
  );
  return [...new Set(labels)].join(t.facts.join);
}

/** A point that somebody must have reached. */
function lowerText({ months, days }: AgePoint, t: Messages): string {
  if (months === 0) return t.facts.days(days);
  return monthsText(months, t);
}

/** The last age before a point that is not included: 18 years exactly is 「17歳まで」. */
function upperText({ months, days }: AgePoint, t: Messages): string {
  if (days === 0 && months % 12 === 0) return t.facts.under(months / 12);
  return t.facts.before(monthsText(months, t));
}

function upperAlone(until: AgePoint, t: Messages): string {
  return until.days === 0 && until.months % 12 === 0 ? upperYears(until.months / 12, t) : upperText(until, t);
}

const upperYears = (years: number, t: Messages): string => t.facts.until(t.facts.years(years - 1));

function monthsText(months: number, t: Messages): string {
  const rest = months % 12;
  return rest === 0 ? t.facts.years(months / 12) : t.facts.yearsMonths(Math.floor(months / 12), rest);
}
