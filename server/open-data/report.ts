import type { Action, Outcome } from './outcome.ts';
import type { FileResult, ImportResult } from './run-import.ts';

/** Counts of one file or of all: the first four add up to the data rows. */
export interface Counts {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  /** Rows that were taken with at least one doubt. */
  doubtful: number;
}

export function countOutcomes(outcomes: readonly Outcome[]): Counts {
  const of = (action: Action): number => outcomes.filter((each) => each.action === action).length;
  return {
    rows: outcomes.length,
    created: of('created'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    skipped: of('skipped'),
    doubtful: outcomes.filter((each) => each.doubts.length > 0).length,
  };
}

/** The report for programs. */
export function reportJson(result: ImportResult): Record<string, unknown> {
  return {
    dryRun: result.dryRun,
    withoutGazetteer: result.withoutGazetteer,
    samplesRemoved: result.samplesRemoved,
    ...countOutcomes(result.files.flatMap((each) => each.outcomes)),
    files: result.files.map(({ file, title, dataset, outcomes, missing }) => ({
      file,
      title,
      dataset,
      ...countOutcomes(outcomes),
      details: outcomes,
      missing,
    })),
  };
}

/** 12–1000、1002: lines that lie together are written together. */
export function lineRanges(lines: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const line of [...lines].sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}

function grouped(entries: { line: number; message: string }[]): string[] {
  const byMessage = Map.groupBy(entries, (entry) => entry.message);
  return [...byMessage].map(
    ([message, same]) =>
      `    ${lineRanges(same.map((entry) => entry.line))} 行目${same.length > 1 ? `（${same.length} 行）` : ''}：${message}`,
  );
}

function fileLines({ file, title, dataset, outcomes, missing }: FileResult): string[] {
  const { rows, created, updated, unchanged, skipped, doubtful } = countOutcomes(outcomes);
  const skips = outcomes.flatMap(({ line, reason }) => (reason === null ? [] : [{ line, message: reason.message }]));
  const doubts = outcomes.flatMap(({ line, doubts: all }) => all.map(({ message }) => ({ line, message })));
  const names = missing.slice(0, 5).map((place) => place.name);
  return [
    `${file}`,
    `  ${title}（${dataset}）${rows} 行：新規 ${created}、更新 ${updated}、変更なし ${unchanged}、とばした行 ${skipped}、確認してほしい行 ${doubtful}`,
    ...(skips.length > 0 ? ['  とばした行', ...grouped(skips)] : []),
    ...(doubts.length > 0 ? ['  確認してほしい行', ...grouped(doubts)] : []),
    ...(missing.length > 0
      ? [
          `  登録済みで、このファイルにない場所：${missing.length}（${names.join('、')}${missing.length > 5 ? ' …' : ''}）。そのまま残しています。`,
        ]
      : []),
  ];
}

/** The report for people. */
export function reportText(result: ImportResult): string {
  const all = countOutcomes(result.files.flatMap((each) => each.outcomes));
  const lines = result.files.flatMap(fileLines);
  if (result.files.length > 1)
    lines.push(
      `合計 ${all.rows} 行：新規 ${all.created}、更新 ${all.updated}、変更なし ${all.unchanged}、とばした行 ${all.skipped}、確認してほしい行 ${all.doubtful}`,
    );
  if (result.withoutGazetteer)
    lines.push(
      '町丁目の位置データがないので、座標のない場所は市区町村の中としました。npm run gazetteer のあとで、もう一度取り込んでください。',
    );
  if (result.samplesRemoved > 0) lines.push(`見本の場所 ${result.samplesRemoved} 件を取り除きました。`);
  if (result.dryRun) lines.push('試しに読んだだけで、何も書いていません（--dry-run）。');
  return lines.join('\n');
}
