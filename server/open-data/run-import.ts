import type { Place } from '../domain/place.ts';
import type { TownBook } from '../gazetteer/towns.ts';
import type { ImportOptions } from './build-place.ts';
import { datasetCandidates } from './dataset-name.ts';
import { dryStore, type ImportStore } from './import-store.ts';
import type { Outcome } from './outcome.ts';
import { type ImportPlan, planImport } from './plan.ts';
import { planExtras } from './plan-extras.ts';
import type { ImportFile } from './read-file.ts';
import { ImportError, type NamedFile } from './read-files.ts';

export interface ImportRequest {
  files: NamedFile[];
  /** null: from each file's format and publisher. */
  dataset: string | null;
  licence: string | null;
  /** ISO date of which the files are; null where nobody said. */
  asOf: string | null;
  now: Date;
  dryRun: boolean;
  /** For the journal: who imports. */
  who: string;
}

/** What became of one file. */
export interface FileResult {
  file: string;
  title: string;
  dataset: string;
  outcomes: Outcome[];
  missing: ImportPlan['missing'];
}

export interface ImportResult {
  dryRun: boolean;
  files: FileResult[];
  samplesRemoved: number;
  /** No 町丁目 are loaded: places without coordinates lie at their municipality. */
  withoutGazetteer: boolean;
}

const isExtra = ({ file }: NamedFile): boolean => file.layout.name === 'kodomo-shokudo-extra';

function candidatesOf({ name, file }: NamedFile, dataset: string | null, book: TownBook): string[] {
  const candidates = dataset === null ? datasetCandidates(file, book) : [dataset];
  if (candidates.length > 0) return candidates;
  const message = 'どの市区町村のデータかわかりません。--dataset 名前 を付けてください。';
  throw new ImportError([{ file: name, message }]);
}

/** 追加情報 names no publisher: of its possible datasets it is of the one that has its ids. */
async function chooseDataset(read: NamedFile, candidates: string[], store: ImportStore): Promise<string> {
  const ids = new Set(read.file.rows.map(({ cells }) => cells.id?.normalize('NFKC')));
  for (const dataset of isExtra(read) ? candidates : []) {
    const places = await store.findByDataset(dataset);
    if (places.some((place) => ids.has(place.source?.key))) return dataset;
  }
  return candidates[0] ?? '';
}

function plan(file: ImportFile, existing: Place[], book: TownBook, options: ImportOptions): ImportPlan {
  const planner = file.layout.name === 'kodomo-shokudo-extra' ? planExtras : planImport;
  return planner(file, existing, book, options);
}

/** How often a file is planned anew because somebody else wrote one of its places meanwhile. */
const ATTEMPTS = 5;

interface Written extends Pick<ImportPlan, 'outcomes' | 'missing'> {
  samplesRemoved: number;
}

/** Outcomes of a first plan, with those of a later one for the places that were planned anew. */
function renewed(first: Outcome[], later: Outcome[], places: ReadonlySet<string>): Outcome[] {
  const byLine = new Map(later.map((outcome) => [outcome.line, outcome]));
  return first.map((outcome) => {
    const again = outcome.placeId !== null && places.has(outcome.placeId);
    return (again ? byLine.get(outcome.line) : undefined) ?? outcome;
  });
}

/**
 * Plans and writes one file. Each place is one journalled write, so that whatever kills the process leaves whole places,
 * and the next import does the rest. A place that somebody wrote meanwhile is planned anew from what it is now.
 */
async function writeFile(
  file: ImportFile,
  store: ImportStore,
  book: TownBook,
  options: ImportOptions,
  who: string,
): Promise<Written> {
  const why = `import ${options.dataset}`;
  const planned = plan(file, await store.findByDataset(options.dataset), book, options);
  let { outcomes, changes } = planned;
  const samplesRemoved = changes.length > 0 ? await store.removeSamples() : 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const saved = await store.savePlaces(changes.map((change) => ({ ...change, who, why })));
    if (saved.conflicts.length === 0) return { outcomes, missing: planned.missing, samplesRemoved };
    const lost = new Set(saved.conflicts);
    const again = plan(file, await store.findByDataset(options.dataset), book, options);
    changes = again.changes.filter(({ place }) => lost.has(place.id));
    outcomes = renewed(outcomes, again.outcomes, lost);
  }
  throw new Error('ほかの人が同じ場所を書きかえ続けています。しばらくしてから、もう一度取り込んでください。');
}

/**
 * Imports files that were read, main tables before their 追加情報. The made-up sample places go with the first write.
 * @throws ImportError where a file does not tell of which municipality it is; then nothing was written
 */
export async function runImport(request: ImportRequest, target: ImportStore, book: TownBook): Promise<ImportResult> {
  const store = request.dryRun ? dryStore(target) : target;
  const candidates = new Map(request.files.map((each) => [each, candidatesOf(each, request.dataset, book)]));
  const results = new Map<NamedFile, FileResult>();
  let samplesRemoved = 0;
  for (const each of [...request.files.filter((file) => !isExtra(file)), ...request.files.filter(isExtra)]) {
    const dataset = await chooseDataset(each, candidates.get(each) ?? [], store);
    const { licence, asOf, now, who } = request;
    const written = await writeFile(each.file, store, book, { dataset, licence, asOf, now }, who);
    samplesRemoved += written.samplesRemoved;
    const { outcomes, missing } = written;
    results.set(each, { file: each.name, title: each.file.layout.title, dataset, outcomes, missing });
  }
  const files = request.files.map((each) => results.get(each)).filter((each) => each !== undefined);
  return { dryRun: request.dryRun, files, samplesRemoved, withoutGazetteer: book.isEmpty };
}
