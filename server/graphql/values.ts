import type { LifeStage } from '../domain/age.ts';
import type { Place } from '../domain/place.ts';
import type { CalendarFacts, OpenSpan, Schedule } from '../domain/schedule/schedule.ts';
import type { OpenState } from '../domain/schedule/state.ts';
import type { KindEntry } from '../domain/vocabulary/kinds.ts';
import type { Need } from '../domain/vocabulary/needs.ts';
import type { Term } from '../domain/vocabulary/term.ts';
import type { SearchHit } from '../search/place-index.ts';

/** Which domain values stand behind GraphQL types that have no single one of their own. */

/** A schedule, the place it belongs to (null: a text that was just read, a help line) and what its answers depend on. */
export interface ScheduleValue {
  schedule: Schedule;
  place: Place | null;
  facts: CalendarFacts;
}

export interface SessionValue {
  span: OpenSpan;
  place: Place | null;
}

export interface OpenStateValue {
  state: OpenState;
  at: number;
  place: Place | null;
}

export type PlaceEdgeValue = SearchHit;

/** Six-digit code of a municipality or prefecture. */
export type HelpLineAreaValue = string;

/** The lists of the vocabulary; municipalities and help lines are asked for by where. */
export interface VocabularyValue {
  kinds: KindEntry[];
  activities: Term[];
  features: Term[];
  needs: Need[];
  lifeStages: { stage: LifeStage; ja: string; easyJa: string; en: string }[];
  prefectures: { code: string; name: string; kana: string; romaji: string }[];
}
