import { isDate, isTime } from '../schedule/jst.ts';
import type { Box, Filters, LifeStage, When, Where, Who } from './filters.ts';
import {
  DEFAULT_HOME_TIME,
  DEFAULT_RADIUS,
  HOME_TIMES,
  LIFE_STAGES,
  MOST_SHOWN,
  NO_FILTERS,
  PAGE_SIZE,
  RADII,
} from './filters.ts';

/**
 * The URL is the state: these two are each other's inverse on everything valid, and what is not valid in a URL is
 * dropped. The visitor's own position is never part of it.
 */

const CODE = /^[a-z0-9][a-z0-9-]{0,60}$/;
const AREA = /^(\d{2}|\d{6})$/;
const MAX_LIST = 40;
const MAX_TEXT = 100;
const MOST_PEOPLE = 10;

/** Filters from the parameters of a URL. */
export function filtersFromUrl(params: URLSearchParams): Filters {
  return {
    text: (params.get('q') ?? '').trim().slice(0, MAX_TEXT),
    who: whoFromUrl(params),
    when: whenFrom(params),
    needs: codes(params, 'need'),
    kinds: codes(params, 'kind'),
    activities: codes(params, 'do'),
    features: codes(params, 'with'),
    where: whereFrom(params),
    radius: RADII.find((radius) => String(radius) === params.get('radius')) ?? DEFAULT_RADIUS,
    hours: hoursFrom(params.get('hours')),
    includeNotStated: params.get('unstated') === '1',
    free: params.get('free') === '1',
    childAlone: params.get('alone') === '1',
    noBooking: params.get('booking') === 'none',
    anyAccess: params.get('access') === 'any',
    shown: shownFrom(params.get('n')),
    after: params.get('after') || null,
  };
}

/** The query string of filters, `?…`, or nothing where nothing is asked. */
export function filtersToUrl(filters: Filters): string {
  const params = new URLSearchParams();
  const set = (name: string, value: string | null | false) => value && params.append(name, value);
  set('q', filters.text);
  for (const who of filters.who) set('who', whoToText(who));
  whenToParams(filters.when, set);
  for (const code of filters.needs) set('need', code);
  for (const code of filters.kinds) set('kind', code);
  for (const code of filters.activities) set('do', code);
  for (const code of filters.features) set('with', code);
  whereToParams(filters.where, set);
  set('radius', filters.radius !== DEFAULT_RADIUS && String(filters.radius));
  set('hours', filters.hours === 'known' ? null : filters.hours);
  set('unstated', filters.includeNotStated && '1');
  set('free', filters.free && '1');
  set('alone', filters.childAlone && '1');
  set('booking', filters.noBooking && 'none');
  set('access', filters.anyAccess && 'any');
  set('n', filters.shown !== PAGE_SIZE && String(filters.shown));
  set('after', filters.after);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Views of one result. On a phone one is in front; on a wide screen the map stands beside the list or the days. */
export type View = 'list' | 'days' | 'map';

/** The view of a URL. */
export function viewFromUrl(params: URLSearchParams): View {
  const view = params.get('view');
  return view === 'map' || view === 'days' ? view : 'list';
}

/** Address of the search page for filters and a view. */
export function searchUrl(filters: Filters, view: View): string {
  const query = filtersToUrl(filters);
  if (view === 'list') return `/${query}`;
  return `/${query === '' ? '?' : `${query}&`}view=${view}`;
}

/**
 * Address of a place's page for the people who come along: its badge is for them.
 * @param isQuiet opened under a consultation need: its title and what the device keeps say nothing of it.
 */
export function placeUrl(id: string, who: Who[], isQuiet = false): string {
  const params = new URLSearchParams(who.map((one) => ['who', whoToText(one)]));
  if (isQuiet) params.set('quiet', '1');
  const query = params.toString();
  return `/places/${id}${query === '' ? '' : `?${query}`}`;
}

/** Whether a place's page was opened under a consultation need. */
export const isQuietUrl = (params: Pick<URLSearchParams, 'get'>): boolean => params.get('quiet') === '1';

/** The people of a URL. */
export function whoFromUrl(params: URLSearchParams): Who[] {
  return params
    .getAll('who')
    .map(whoFrom)
    .filter((who) => who !== null)
    .slice(0, MOST_PEOPLE);
}

type SetParam = (name: string, value: string | null | false) => void;

function codes(params: URLSearchParams, name: string): string[] {
  return [...new Set(params.getAll(name).filter((code) => CODE.test(code)))].slice(0, MAX_LIST);
}

/** `9` years, `8m` months, `primary-lower` a stage. */
export function whoToText(who: Who): string {
  if ('years' in who) return String(who.years);
  return 'months' in who ? `${who.months}m` : who.stage.toLowerCase().replace('_', '-');
}

function whoFrom(text: string): Who | null {
  const number = /^(\d{1,3})(m?)$/.exec(text);
  if (number) {
    const value = Number(number[1]);
    if (number[2]) return value <= 480 ? { months: value } : null;
    return value <= 39 ? { years: value } : null;
  }
  const stage = text.toUpperCase().replace('-', '_');
  return (LIFE_STAGES as readonly string[]).includes(stage) ? { stage: stage as LifeStage } : null;
}

function whenFrom(params: URLSearchParams): When {
  const kind = params.get('when');
  if (kind === 'now' || kind === 'today' || kind === 'tomorrow' || kind === 'weekend') return { kind };
  if (kind === 'home') {
    return { kind, by: HOME_TIMES.find((time) => time === params.get('by')) ?? DEFAULT_HOME_TIME };
  }
  const date = params.get('date');
  if (kind !== 'day' || !isDate(date)) return NO_FILTERS.when;
  const from = params.get('from');
  const to = params.get('to');
  return { kind, date, from: isTime(from) ? from : null, to: isTime(to) ? to : null };
}

function whenToParams(when: When, set: SetParam): void {
  if (when.kind === 'any') return;
  set('when', when.kind);
  if (when.kind === 'home') set('by', when.by);
  if (when.kind !== 'day') return;
  set('date', when.date);
  set('from', when.from);
  set('to', when.to);
}

function whereFrom(params: URLSearchParams): Where {
  const area = params.get('area');
  if (area && isAreaCode(area)) return { kind: 'area', code: area };
  // The form's choice of all of Japan, which stands above an area of the map that it still carries.
  if (area === '') return NO_FILTERS.where;
  const box = numbers(params.get('box'), 4);
  if (box) {
    const [west, south, east, north] = box as [number, number, number, number];
    if (isInRange(box) && south < north) return { kind: 'box', box: { west, south, east, north } };
  }
  const at = numbers(params.get('at'), 2);
  if (!at) return NO_FILTERS.where;
  const [latitude, longitude] = at as [number, number];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return NO_FILTERS.where;
  return { kind: 'point', latitude, longitude, name: (params.get('name') ?? '').slice(0, MAX_TEXT) };
}

/** Two digits of a prefecture, or six with their check digit (全国地方公共団体コード): a mistyped link is no fault of ours. */
function isAreaCode(text: string): boolean {
  if (!AREA.test(text) || Number(text.slice(0, 2)) < 1 || Number(text.slice(0, 2)) > 47) return false;
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return text.length === 2 || (11 - (sum % 11)) % 10 === Number(text[5]);
}

function whereToParams(where: Where, set: SetParam): void {
  if (where.kind === 'area') set('area', where.code);
  if (where.kind === 'box') set('box', boxToText(where.box));
  if (where.kind !== 'point') return;
  set('at', `${where.latitude},${where.longitude}`);
  set('name', where.name);
}

/** A rectangle as the URL holds it. */
export function boxToText(box: Box): string {
  return [box.west, box.south, box.east, box.north].join(',');
}

/** A rectangle whose corners are rounded to about 100 m, as a URL needs no more. */
export function roundedBox(box: Box): Box {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { west: round(box.west), south: round(box.south), east: round(box.east), north: round(box.north) };
}

function numbers(text: string | null, count: number): number[] | null {
  if (!text) return null;
  const values = text.split(',').map((piece) => (/^-?\d+(\.\d+)?$/.test(piece) ? Number(piece) : NaN));
  return values.length === count && values.every(Number.isFinite) ? values : null;
}

function isInRange([west, south, east, north]: number[]): boolean {
  return [west, east].every((x) => Math.abs(x ?? 999) <= 180) && [south, north].every((y) => Math.abs(y ?? 999) <= 90);
}

function hoursFrom(text: string | null): Filters['hours'] {
  return text === 'also-maybe' || text === 'only-maybe' ? text : 'known';
}

function shownFrom(text: string | null): number {
  const pages = Math.ceil(Number(text) / PAGE_SIZE);
  if (!Number.isFinite(pages) || pages < 1) return PAGE_SIZE;
  return Math.min(pages * PAGE_SIZE, MOST_SHOWN);
}
