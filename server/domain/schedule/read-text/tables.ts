import { CLOCK } from './clock.ts';

const SPAN = `${CLOCK} ?(?:[~〜-]|から) ?${CLOCK}(?:まで)?`;
const HOURS = `${SPAN}(?:、${SPAN})*`;
const WEEKDAY = '[月火水木金土日](?:曜日?)?';
const DAYS = `(?:平日|土日祝日?|土日|休日|(?:${WEEKDAY}|祝日?)(?: ?[~〜・、-] ?(?:${WEEKDAY}|祝日?))*)(?![0-9])`;
const MONTHS = '[0-9]{1,2}月?(?: ?(?:[~〜・、-]|から) ?[0-9]{1,2}月?)*(?<=月)(?:まで)?';
const SEASON = `[【<〈《≪■◆●]? ?(?:[春夏秋冬](?:[季期場]|時間|期間)? ?)?(?:${MONTHS}|\\(${MONTHS}\\))[】>〉》≫]?`;
const PART = '(?:午前|午後)(?:の部)?';
const CELL = `(?:${HOURS}|(?:休館?|お?休み|閉館|[―×-])(?=$|[ |/\\n]))`;
const MARK = '(?:[○◯〇●×✕✖-]|休)';

/** What parts cells, and what parts rows too. */
const [NEXT, GAP] = ['[ |]+', '[ |/\\n]+'];
const START = '(?<=^|[ |/\\n。])';
const END = '(?=$|[ |/\\n。])';
const all = (pattern: string) => new RegExp(pattern, 'g');
const list = (text: string, pattern: string): string[] => text.match(all(pattern)) ?? [];
const isOpen = (cell: string) => /[0-9]/.test(cell);
const monthsIn = (part: string) => part.replace(/^[^0-9]+|[)】>〉》≫]+$/g, '');

/** Headings of columns, and of rows that have a cell for each of them. */
const KINDS = [
  [DAYS, SEASON],
  [SEASON, DAYS],
  [PART, DAYS],
] as const;
const GRIDS = KINDS.map(([column, row]) => ({
  column,
  row: `${row}(?=${NEXT}${CELL})`,
  grid: all(`${START}${column}(?:${NEXT}${column}){1,6}(?:${GAP}${row}(?:${NEXT}${CELL}){2,7}${END}){2,}`),
}));
/** A heading and several headings of the other kind with their hours. */
const NESTS = [
  [SEASON, DAYS, '[、 ]', 1],
  [SEASON, DAYS, '[ |/\\n、。]+', 2],
  [DAYS, SEASON, '[ |/\\n、。]+', 1],
] as const;
/** Between a heading and what stands under it. */
const HEADS = '[は: |/\\n]{0,4}';
const LISTS = NESTS.map(([head, sub, gap, least]) => {
  const item = `${sub}[は: |]{0,3}${HOURS}`;
  const one = `${head}${HEADS}${item}(?:${gap}${item})${least > 1 ? '*' : '+'}`;
  return {
    item,
    head: `${head}(?=${HEADS}${item})`,
    nest: all(`${START}${one}(?:${gap}${one}){${String(least - 1)},}${END}`),
  };
});
const WEEK = `${START}${WEEKDAY}(?:${NEXT}${WEEKDAY}){2,6}`;
const MARKS = all(`${WEEK}(?:${GAP}(?:(?:${PART}|${HOURS})${NEXT})?${MARK}(?:${NEXT}${MARK}){2,6}${END})+`);
const CELLS = all(`${WEEK}${GAP}${CELL}(?:${NEXT}${CELL}){2,6}${END}`);

/** Tables as sentences: 〃 as what stands above it, cells with the headings of their row and their column. */
export function withoutTables(text: string): string {
  const whole = /〃|同上/.test(text) ? withoutDittos(text) : text;
  const plain = GRIDS.reduce(
    (rest, { grid, ...heads }) => rest.replace(grid, (table) => fromGrid(table, heads)),
    whole,
  );
  const spread = LISTS.reduce(
    (rest, { nest, ...heads }) => rest.replace(nest, (nested) => fromNest(nested, heads)),
    plain,
  );
  return spread.replace(MARKS, fromMarks).replace(CELLS, fromCells);
}

/** The pieces of a text that begin with a heading. */
function headed(text: string, heading: string): { name: string; rest: string }[] {
  const heads = [...text.matchAll(all(heading))];
  return heads.map(({ 0: name, index }, i) => ({ name, rest: text.slice(index + name.length, heads[i + 1]?.index) }));
}

const both = (a: string, b: string) => (isOpen(a) ? `${monthsIn(a)}の${b}` : `${monthsIn(b)}の${a}`);

/** A table stays as it stands where a row has more or fewer cells than the headings. */
function fromGrid(table: string, { column, row }: { column: string; row: string }): string {
  const rows = headed(table, row).map(({ name, rest }) => ({ name, cells: list(rest, CELL) }));
  const columns = list(table.slice(0, table.search(row)), column);
  if (!rows.every(({ cells }) => cells.length === columns.length)) return table;
  const sentences = rows.flatMap(({ name, cells }) => {
    if (column === PART) return [`${name} ${cells.filter(isOpen).join('、')}`];
    return cells.flatMap((cell, i) => (isOpen(cell) ? [`${both(name, columns[i] ?? '')} ${cell}`] : []));
  });
  return sentences.join('。');
}

/** 「4月~9月 平日9時~18時、土日9時~17時」: the part of the year is of both. */
const fromNest = (nested: string, { head, item }: { head: string; item: string }): string =>
  headed(nested, head)
    .flatMap(({ name, rest }) =>
      list(rest, item).map((one) => {
        const hours = list(one, `${HOURS}$`)[0] ?? '';
        const sub = one.slice(0, one.length - hours.length).replace(/[は: |]+$/, '');
        return `${both(name, sub)} ${hours}`;
      }),
    )
    .join('。');

/** 「月 火 水 木 / ○ - ○ -」: the days with a circle. Where halves of the day have marks of their own, their hours stand elsewhere. */
function fromMarks(table: string): string {
  const [head = ''] = new RegExp(WEEK).exec(table) ?? [];
  const days = list(head, WEEKDAY);
  const rows = table.slice(head.length).match(all(`(?:(?:${PART}|${HOURS})${NEXT})?${MARK}(?:${NEXT}${MARK})+`)) ?? [];
  const said = rows.map((row) => ({ hours: list(row, HOURS)[0], marks: list(row.replace(all(HOURS), ''), MARK) }));
  const clear = said.every(
    ({ hours, marks }) => marks.length === days.length && (hours !== undefined || rows.length === 1),
  );
  if (!clear || /午[前後](?![0-9])/.test(table)) return table.replace(/(?<=[ |])-(?=$|[ |/\n])/g, '×');
  return said
    .map(({ hours, marks }) =>
      `${days.filter((_, i) => /[○◯〇●]/.test(marks[i] ?? '')).join('・')} ${hours ?? ''}`.trim(),
    )
    .join('。');
}

/** 「月 火 水 / 9時~16時 9時~12時 9時~16時」 */
function fromCells(table: string): string {
  const [head = ''] = new RegExp(WEEK).exec(table) ?? [];
  const [days, cells] = [list(head, WEEKDAY), list(table.slice(head.length), CELL)];
  if (cells.length !== days.length) return table;
  return days.flatMap((day, i) => (isOpen(cells[i] ?? '') ? [`${day} ${cells[i] ?? ''}`] : [])).join('。');
}

/** A cell of which only is said that it is as the one above; one that has none above it stays. */
function withoutDittos(text: string): string {
  const joint = text.includes('|') ? '|' : ' ';
  const above = new Map<number, string[]>();
  return text.replace(/[^\n/]+/g, (line) => {
    const cells = line.trim().split(joint);
    const last = above.get(cells.length) ?? [];
    const said = cells.map((cell, i) => (/^ ?(?:〃|同上) ?$/.test(cell) ? (last[i] ?? cell) : cell));
    if (cells.length > 1) above.set(cells.length, said);
    return said.every((cell, i) => cell === cells[i]) ? line : ` ${said.join(joint)} `;
  });
}
