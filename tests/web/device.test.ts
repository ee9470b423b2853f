import { describe, expect, it } from 'vitest';
import { agesToday, agesToKeep, parseAges } from '../../web/src/lib/device/ages.ts';
import type { KeepingPlace } from '../../web/src/lib/device/keep.ts';
import { keep, readKept } from '../../web/src/lib/device/keep.ts';
import { filtersAgain, parseRecent, recentOf, withRecent } from '../../web/src/lib/device/recent.ts';
import { MOST_SAVED, parseSaved, withoutSaved, withSaved } from '../../web/src/lib/device/saved.ts';
import { NO_FILTERS } from '../../web/src/lib/search/filters.ts';

/** A storage with room for some characters, as a browser's has. */
function aStorage(room = Infinity): KeepingPlace & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (name) => values.get(name) ?? null,
    setItem(name, value) {
      if (value.length > room) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      values.set(name, value);
    },
    removeItem: (name) => void values.delete(name),
  };
}

const saved = (id: string) => ({ id, name: `場所${id}`, kinds: ['children-center'], town: '文京区', offline: true });

describe('what is kept on the device', () => {
  it('is read back as it was', () => {
    const storage = aStorage();
    expect(keep(storage, 'saved', [saved('a')])).toBe('kept');
    expect(readKept(storage, 'saved', parseSaved, [])).toEqual([saved('a')]);
  });

  it.each(['', 'not json', '[]', '{"version":2,"value":[]}', '{"version":1,"value":{"id":"a"}}', 'null'])(
    'is nothing where %j stands in its place',
    (text) => {
      const storage = aStorage();
      storage.values.set('saved', text);
      expect(readKept(storage, 'saved', parseSaved, [])).toEqual([]);
    },
  );

  it('leaves entries out that are no places, and takes none with an id that could lead elsewhere', () => {
    expect(parseSaved([saved('a'), { id: '../help', name: 'x' }, { id: 'b' }, 7, null])).toEqual([saved('a')]);
  });

  it('says that there is no room, and keeps what was there', () => {
    const storage = aStorage(150);
    keep(storage, 'saved', [saved('a')]);
    expect(keep(storage, 'saved', [saved('a'), saved('b'), saved('c')])).toBe('full');
    expect(readKept(storage, 'saved', parseSaved, [])).toEqual([saved('a')]);
  });

  it('says that the browser keeps nothing', () => {
    const closed: KeepingPlace = {
      getItem: () => null,
      removeItem: () => undefined,
      setItem() {
        throw new DOMException('Denied.', 'SecurityError');
      },
    };
    expect(keep(closed, 'saved', [])).toBe('refused');
  });

  it('nothing is removed rather than kept empty', () => {
    const storage = aStorage();
    keep(storage, 'saved', [saved('a')]);
    expect(keep(storage, 'saved', null)).toBe('kept');
    expect(storage.values.size).toBe(0);
  });
});

describe('saved places', () => {
  it('stand once each, the last saved first', () => {
    const list = withSaved(withSaved(withSaved([], saved('a')), saved('b')), saved('a'));
    expect(list.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(withoutSaved(list, 'a').map(({ id }) => id)).toEqual(['b']);
  });

  it('are limited, the oldest giving way', () => {
    let list = [saved('first')];
    for (let index = 0; index < MOST_SAVED; index += 1) list = withSaved(list, saved(`p${index}`));
    expect(list).toHaveLength(MOST_SAVED);
    expect(list.some(({ id }) => id === 'first')).toBe(false);
  });
});

describe('recent searches', () => {
  const station = { kind: 'point', latitude: 35.7, longitude: 139.75, name: '後楽園駅' } as const;

  it('hold the text or the named area alone, never who it was for or when', () => {
    const filters = { ...NO_FILTERS, text: '児童館', who: [{ years: 9 }], free: true };
    expect(recentOf(filters, null)).toEqual({ label: '児童館', query: '?q=%E5%85%90%E7%AB%A5%E9%A4%A8' });
    expect(recentOf({ ...NO_FILTERS, where: { kind: 'area', code: '131059' } }, '文京区')).toEqual({
      label: '文京区',
      query: '?area=131059',
    });
    expect(recentOf({ ...NO_FILTERS, where: station }, null)?.label).toBe('後楽園駅');
  });

  it('hold no section of a map and nothing where nothing was named', () => {
    expect(recentOf({ ...NO_FILTERS, who: [{ years: 3 }] }, null)).toBeNull();
    expect(
      recentOf({ ...NO_FILTERS, where: { kind: 'box', box: { west: 1, south: 1, east: 2, north: 2 } } }, null),
    ).toBeNull();
  });

  it('stand once each, eight at most, the last first', () => {
    let list = parseRecent([]) ?? [];
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'b']) {
      const search = recentOf({ ...NO_FILTERS, text }, null);
      if (search) list = withRecent(list, search);
    }
    expect(list.map(({ label }) => label)).toEqual(['b', 'i', 'h', 'g', 'f', 'e', 'd', 'c']);
  });

  it('read from the device lose everything but a text or an area', () => {
    expect(
      parseRecent([
        { label: 'x', query: '?q=x&need=listen&who=9' },
        { label: 'y', query: '?who=9' },
      ]),
    ).toEqual([{ label: 'x', query: '?q=x' }]);
  });

  it('chosen again keep the other filters and start at the first page', () => {
    const filters = { ...NO_FILTERS, text: 'old', who: [{ years: 9 }], shown: 60, after: 'cursor' };
    expect(filtersAgain(filters, { label: '文京区', query: '?area=131059' })).toEqual({
      ...NO_FILTERS,
      who: [{ years: 9 }],
      where: { kind: 'area', code: '131059' },
    });
  });
});

describe('remembered ages', () => {
  it('are kept as the URL writes them and read back', () => {
    const ages = { who: [{ years: 3 }, { months: 8 }, { stage: 'JUNIOR_HIGH' as const }], on: '2026-11-27' };
    expect(agesToKeep(ages)).toEqual({ who: ['3', '8m', 'junior-high'], on: '2026-11-27' });
    expect(parseAges(agesToKeep(ages))).toEqual(ages);
  });

  it.each([[{ who: [], on: '2026-11-27' }], [{ who: ['3'], on: '2026-02-30' }], [{ who: '3' }], [null], ['3']])(
    'are none in %j',
    (value) => expect(parseAges(value)).toBeNull(),
  );

  it('grow by whole years and months', () => {
    const ages = { who: [{ years: 3 }, { months: 8 }], on: '2026-11-27' };
    expect(agesToday(ages, '2026-11-27')).toEqual([{ years: 3 }, { months: 8 }]);
    expect(agesToday(ages, '2027-02-26')).toEqual([{ years: 3 }, { months: 10 }]);
    expect(agesToday(ages, '2027-11-26')).toEqual([{ years: 3 }, { months: 19 }]);
    expect(agesToday(ages, '2027-11-27')).toEqual([{ years: 4 }, { months: 20 }]);
    expect(agesToday(ages, '2028-04-01')).toEqual([{ years: 4 }, { years: 2 }]);
  });

  it('never shrink, whatever the clock says', () => {
    expect(agesToday({ who: [{ years: 3 }], on: '2026-11-27' }, '2020-01-01')).toEqual([{ years: 3 }]);
  });

  it('of a school stage hold until 31 March', () => {
    const ages = { who: [{ stage: 'PRIMARY_UPPER' as const }], on: '2026-11-27' };
    expect(agesToday(ages, '2027-03-31')).toEqual(ages.who);
    expect(agesToday(ages, '2027-04-01')).toEqual([]);
  });
});
