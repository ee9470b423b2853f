import { type Column, mapHeader } from './columns.ts';
import { UnreadableFileError } from './decode.ts';

/** What a file lists. */
export type LayoutName = 'kodomo-shokudo' | 'kodomo-shokudo-extra' | 'kosodate' | 'koriyama' | 'public-facilities';

export interface Layout {
  name: LayoutName;
  /** Its name for people. */
  title: string;
  /** First part of the dataset's name: both heads of a format are one dataset of a municipality. */
  dataset: string;
  columns: (Column | null)[];
}

interface Signature {
  name: LayoutName;
  title: string;
  dataset: string;
  all: Column[];
  any: Column[];
  none: Column[];
}

/** In this order: the first whose columns are there. */
const SIGNATURES: Signature[] = [
  {
    name: 'koriyama',
    title: '郡山市の保育施設',
    dataset: 'kosodate',
    all: ['name', 'kind', 'ageFrom', 'addressLine'],
    any: ['ageUntil', 'from'],
    none: ['frequency'],
  },
  {
    name: 'kodomo-shokudo',
    title: 'こども食堂',
    dataset: 'kodomo-shokudo',
    all: ['name'],
    any: ['frequency', 'feePrimary', 'pantry', 'takeOut', 'conditions'],
    none: ['kind'],
  },
  {
    name: 'kodomo-shokudo-extra',
    title: 'こども食堂の追加情報',
    dataset: 'kodomo-shokudo',
    all: ['id', 'addressLine'],
    any: ['frequency', 'days', 'conditions'],
    none: ['name'],
  },
  {
    name: 'kosodate',
    title: '子育て施設一覧',
    dataset: 'kosodate',
    all: ['name', 'kind'],
    any: ['addressLine', 'ages', 'weekdays', 'dropOffCare'],
    none: [],
  },
  {
    name: 'public-facilities',
    title: '公共施設一覧',
    dataset: 'public-facilities',
    all: ['name', 'addressLine'],
    any: ['poi', 'weekdays', 'barrierFree'],
    none: ['kind'],
  },
];

const EXPECTED =
  'こども食堂（名称・開催頻度…）、その追加情報（ID・住所・開催頻度…）、子育て施設一覧（名称・種別・受入年齢…）、公共施設一覧（名称・住所・POIコード…）';

/**
 * The layout that a header has.
 * @throws UnreadableFileError naming the headers found and what was expected
 */
export function detectLayout(header: readonly string[]): Layout {
  const columns = mapHeader(header);
  const has = (column: Column): boolean => columns.includes(column);
  const found = SIGNATURES.find(({ all, any, none }) => all.every(has) && any.some(has) && !none.some(has));
  if (found) return { name: found.name, title: found.title, dataset: found.dataset, columns };
  const names = header.map((name) => name.trim()).filter(Boolean);
  const shown = names.slice(0, 15).join('、') + (names.length > 15 ? ` …（${names.length}列）` : '');
  throw new UnreadableFileError(`どの様式の見出しでもありません。\n  見出し: ${shown}\n  読める様式: ${EXPECTED}`);
}
