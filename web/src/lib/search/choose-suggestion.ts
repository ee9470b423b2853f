import type { Filters } from './filters.ts';
import type { Voice } from '../i18n/voice.ts';
import type { Vocabulary } from '../shell/vocabulary.ts';
import { wordOf } from '../shell/vocabulary.ts';
import { withFilters } from './filters.ts';
import { filtersToUrl } from './filters-url.ts';
import type { Suggestion } from './load-search.ts';

/** Where a suggestion leads: a place's page, or the search with the suggestion in place of the typed text. */
export function suggestionHref(suggestion: Suggestion, filters: Filters): string {
  if (suggestion.type === 'PLACE' && suggestion.id) return `/places/${suggestion.id}`;
  return `/${filtersToUrl(withFilters(filters, { text: '', ...changeFor(suggestion, filters) }))}`;
}

/** How a suggestion is called in a voice; names of places, towns and stations stay as they are written there. */
export function suggestionLabel({ type, code, label, romaji }: Suggestion, voice: Voice, words: Vocabulary): string {
  if (type === 'KIND' && code) return wordOf(words.kinds, code).label;
  if (type === 'NEED' && code) return wordOf(words.needs, code).label;
  return voice === 'en' && romaji ? `${romaji} ${label}` : label;
}

function changeFor({ type, code, label, latitude, longitude }: Suggestion, filters: Filters): Partial<Filters> {
  if (type === 'KIND' && code) return { kinds: [...new Set([...filters.kinds, code])] };
  if (type === 'NEED' && code) return { needs: [...new Set([...filters.needs, code])] };
  if ((type === 'MUNICIPALITY' || type === 'PREFECTURE') && code) return { where: { kind: 'area', code } };
  if (typeof latitude === 'number' && typeof longitude === 'number') {
    return { where: { kind: 'point', latitude: round(latitude), longitude: round(longitude), name: label } };
  }
  return { text: label };
}

const round = (degrees: number): number => Math.round(degrees * 10000) / 10000;
