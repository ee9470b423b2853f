import { NO_FEE_STATED } from '../domain/read-fee.ts';
import { readAges } from '../domain/read-ages.ts';
import type { AgeBand } from '../domain/age.ts';
import type { Fee } from '../domain/place.ts';
import type { TownBook } from '../gazetteer/towns.ts';
import { type Doubt, readCount, readKana, readYesNo } from './cells.ts';
import type { Cells } from './columns.ts';
import type { RowReading } from './facts.ts';
import { readKind, readPoiKind } from './kinds.ts';
import { readContact } from './read-contact.ts';
import { readTimes } from './read-times.ts';
import { readWhere } from './read-where.ts';

/** What a place of an unknown 種別 is taken for; the 種別 stays in the imported row. */
const UNKNOWN_KIND = 'community-resource';

function mainKind(cells: Cells, doubts: Doubt[]): string {
  const stated = readKind(cells.kind) ?? readPoiKind(cells.poi);
  if (stated !== null) return stated;
  // その他 says nothing: a 児童センター of 下松市 stands under it.
  const named = readKind(cells.name);
  if (cells.kind !== undefined || named === null)
    doubts.push({
      code: 'UNKNOWN_KIND',
      message: `種別「${cells.kind ?? '空欄'}」は未知です。${named === null ? 'その他の地域の場所' : '名称から判断'}として取り込みました。`,
    });
  return named ?? UNKNOWN_KIND;
}

function kindsOf(cells: Cells, doubts: Doubt[]): string[] {
  const kinds = [mainKind(cells, doubts)];
  if (readYesNo(cells.sickChildCare) && !kinds.includes('sick-child-care')) kinds.push('sick-child-care');
  return kinds;
}

/** Activities that the row itself states; those usual for the kind are the vocabulary's. */
function activitiesOf(cells: Cells): string[] {
  const offersCare = readYesNo(cells.dropOffCare) === true || readKind(cells.kind) === 'temporary-care';
  return offersCare ? ['drop-off-care'] : [];
}

function featuresOf(cells: Cells): string[] {
  const stated: [string, boolean][] = [
    ['nursing-room', readYesNo(cells.nursingRoom) === true],
    ['diaper-changing', readYesNo(cells.diaperChanging) === true],
    ['eating-allowed', readYesNo(cells.eating) === true],
    ['stroller-in', readYesNo(cells.strollers) === true],
    [
      'parking',
      cells.parking !== undefined && !/^(無|なし|不可|ありません|0台?$)/u.test(cells.parking.normalize('NFKC')),
    ],
    [
      'barrier-free',
      cells.barrierFree !== undefined && !/^(無|なし|不明|0$)/u.test(cells.barrierFree.normalize('NFKC')),
    ],
  ];
  return stated.filter(([, yes]) => yes).map(([feature]) => feature);
}

/** 受入年齢, or 郡山市's two columns as one range. */
function agesTextOf(cells: Cells): string | null {
  if (cells.ages !== undefined) return cells.ages;
  if (cells.ageFrom === undefined && cells.ageUntil === undefined) return null;
  const from = (cells.ageFrom ?? '').replace(/から$/u, '');
  return `${from}～${cells.ageUntil ?? ''}`;
}

function agesOf(text: string | null, doubts: Doubt[]): AgeBand[] | null {
  const bands = text === null ? null : readAges(text);
  if (text !== null && bands === null)
    doubts.push({ code: 'UNREAD_AGES', message: `受入年齢「${text}」を読み取れませんでした。そのまま表示します。` });
  return bands;
}

/** The care fee is of 一時預かり, not of the place: it is kept as words. */
function feeOf(cells: Cells): Fee {
  const words = [cells.careFeeKind, cells.careFee, cells.careFeeNote].filter((each) => each !== undefined);
  return words.length === 0 ? NO_FEE_STATED : { ...NO_FEE_STATED, note: `子供預かり料金：${words.join(' ')}` };
}

function descriptionOf(cells: Cells): string | null {
  const lines = [
    cells.description,
    cells.remarks,
    cells.access === undefined ? undefined : `アクセス：${cells.access}`,
    cells.parking === undefined ? undefined : `駐車場：${cells.parking}`,
  ].filter((each) => each !== undefined);
  return lines.length === 0 ? null : lines.join('\n');
}

/** A row of 子育て施設一覧 (any number of columns), 公共施設一覧, or of 郡山市's own columns. */
export function readFacility(cells: Cells, book: TownBook): RowReading {
  const where = readWhere(cells, book);
  const times = readTimes(cells);
  const doubts = [...where.doubts, ...times.doubts];
  const kinds = kindsOf(cells, doubts);
  const agesText = agesTextOf(cells);
  return {
    id: cells.id?.normalize('NFKC') ?? null,
    facts: {
      name: (cells.name ?? '').replace(/[\s\u3000]+/gu, ' '),
      kana: readKana(cells.kana),
      kinds,
      activities: activitiesOf(cells),
      features: featuresOf(cells),
      description: descriptionOf(cells),
      ages: agesOf(agesText, doubts),
      agesText,
      conditions: cells.conditions ?? null,
      childAlone: null,
      access: null,
      fee: feeOf(cells),
      booking: null,
      eligibility: null,
      capacity: readCount(cells.capacity),
      contact: readContact(cells),
      operator: cells.operator?.replace(/[\s\u3000]+/gu, ' ') ?? null,
      address: where.address,
      addressHidden: where.addressHidden,
      municipalityCode: where.municipalityCode,
      location: where.location,
      schoolDistricts: [],
      schedule: times.schedule,
    },
    doubts,
  };
}
