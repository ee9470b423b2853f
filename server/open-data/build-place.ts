import type { Place, Source } from '../domain/place.ts';
import type { LocalDate } from '../domain/schedule/schedule.ts';
import type { Doubt } from './cells.ts';
import { FACT_NAMES, type PlaceFacts } from './facts.ts';
import { placeIdOf } from './identity.ts';
import { importedFacts } from './match-rows.ts';
import { FACT_TITLES, mergeFacts } from './merge-facts.ts';
import type { Action } from './outcome.ts';
import { sameValue } from '../domain/same-value.ts';

/** What holds for all rows of one import. */
export interface ImportOptions {
  dataset: string;
  licence: string | null;
  /** The day of which the file is; null where nobody said. */
  asOf: LocalDate | null;
  /** When the import runs. */
  now: Date;
}

export interface BuiltPlace {
  place: Place;
  action: Exclude<Action, 'skipped'>;
  doubts: Doubt[];
}

interface Wanted {
  facts: PlaceFacts;
  key: string;
  row: Record<string, string>;
  partOf: string | null;
}

function sourceOf(wanted: Wanted, options: ImportOptions, former: Source | null): Source {
  return {
    dataset: options.dataset,
    key: wanted.key,
    licence: options.licence ?? former?.licence ?? null,
    url: former?.url ?? null,
    retrievedAt: options.asOf ?? former?.retrievedAt ?? null,
    row: wanted.row,
    imported: wanted.facts,
  };
}

/** The start of a day in Asia/Tokyo, which has no summer time. */
function startOfDay(date: LocalDate): Date {
  return new Date(`${date}T00:00:00+09:00`);
}

/** The file's day confirms what it says; an operator's later word stays. */
function confirmedAt(former: Date | null, asOf: LocalDate | null): Date | null {
  if (asOf === null) return former;
  const day = startOfDay(asOf);
  return former !== null && former > day ? former : day;
}

function newPlace(wanted: Wanted, options: ImportOptions): Place {
  return {
    id: placeIdOf(options.dataset, wanted.key),
    ...wanted.facts,
    easyDescription: null,
    serviceArea: [],
    status: 'PUBLISHED',
    sample: false,
    source: sourceOf(wanted, options, null),
    confirmedAt: confirmedAt(null, options.asOf),
    revision: 0,
    partOf: wanted.partOf,
    worksWith: [],
    createdAt: options.now,
    updatedAt: options.now,
  };
}

/** The place that a row makes, or makes of the one that is there. */
export function buildPlace(wanted: Wanted, existing: Place | null, options: ImportOptions): BuiltPlace {
  if (existing === null) return { place: newPlace(wanted, options), action: 'created', doubts: [] };
  const { facts, kept } = mergeFacts(importedFacts(existing), existing, wanted.facts);
  const place: Place = {
    ...existing,
    ...facts,
    source: sourceOf(wanted, options, existing.source),
    confirmedAt: confirmedAt(existing.confirmedAt, options.asOf),
    partOf: existing.partOf ?? wanted.partOf,
  };
  const titles = kept.map((name) => FACT_TITLES[name]).join('、');
  const doubts: Doubt[] =
    kept.length === 0
      ? []
      : [
          {
            code: 'OPERATOR_EDIT_KEPT',
            message: `運営者が直した項目は、ファイルで変わっていても残しました：${titles}`,
          },
        ];
  const same = [...FACT_NAMES, 'source', 'confirmedAt', 'partOf'] as const;
  const unchanged = same.every((name) => sameValue(place[name], existing[name]));
  return unchanged ? { place: existing, action: 'unchanged', doubts } : { place, action: 'updated', doubts };
}
