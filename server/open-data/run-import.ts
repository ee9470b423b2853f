import type { Place } from '../domain/place.ts';
import type { TownBook } from '../gazetteer/towns.ts';
import type { ImportOptions } from './build-place.ts';
import { datasetCandidates } from './dataset-name.ts';
import { UnreadableFileError } from './decode.ts';
import { dryStore, type ImportStore } from './import-store.ts';
import type { Outcome } from './outcome.ts';
import { type ImportPlan, planImport } from './plan.ts';
import { planExtras } from './plan-extras.ts';
import { type ImportFile, readImportFile } from './read-file.ts';

export interface ImportRequest {
  files: { name: string; bytes: Uint8Array }[];
  /** null: from each file's format and publisher. */
  dataset: string | null;
  licence: string | null;
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

/** One or more files that cannot be read at all; nothing was written. */
export class ImportError extends Error {
  override name = 'ImportError';
  readonly problems: { file: string; message: string }[];

  constructor(problems: { file: string; message: string }[]) {
    super(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
    this.problems = problems;
  }
}

interface ReadFile {
  name: string;
  file: ImportFile;
}

function readAll(files: ImportRequest['files']): ReadFile[] {
  const problems: { file: string; message: string }[] = [];
  const read = files.flatMap(({ name, bytes }): ReadFile[] => {
    try {
      return [{ name, file: readImportFile(bytes) }];
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      problems.push({ file: name, message: error.message });
      return [];
    }
  });
  if (problems.length > 0) throw new ImportError(problems);
  return read;
}

const isExtra = ({ file }: ReadFile): boolean => file.layout.name === 'kodomo-shokudo-extra';

/** 追加情報 names no publisher: of its possible datasets it is of the one that has its ids. */
async function chooseDataset({ name, file }: ReadFile, candidates: string[], store: ImportStore): Promise<string> {
  const [first] = candidates;
  if (first === undefined)
    throw new ImportError([
      { file: name, message: 'どの市区町村のデータかわかりません。--dataset 名前 を付けてください。' },
    ]);
  if (!isExtra({ name, file })) return first;
  const ids = new Set(file.rows.map(({ cells }) => cells.id?.normalize('NFKC')));
  for (const dataset of candidates) {
    const places = await store.findByDataset(dataset);
    if (places.some((place) => ids.has(place.source?.key))) return dataset;
  }
  return first;
}

function plan(file: ImportFile, existing: Place[], book: TownBook, options: ImportOptions): ImportPlan {
  const planner = file.layout.name === 'kodomo-shokudo-extra' ? planExtras : planImport;
  return planner(file, existing, book, options);
}

/** How often a file is planned anew because somebody else wrote one of its places meanwhile. */
const ATTEMPTS = 5;

/**
 * Plans and writes one file. Each place is one journalled write, so that whatever kills the process leaves whole places,
 * and the next import does the rest. A place that somebody wrote meanwhile is planned anew from what it is now.
 */
async function importFile(
  read: ReadFile,
  store: ImportStore,
  book: TownBook,
  options: ImportOptions,
  who: string,
): Promise<FileResult> {
  const result = (outcomes: Outcome[], missing: ImportPlan['missing']): FileResult => ({
    file: read.name,
    title: read.file.layout.title,
    dataset: options.dataset,
    outcomes,
    missing,
  });
  let first: ImportPlan | null = null;
  let wanted: Set<string> | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const planned = plan(read.file, await store.findByDataset(options.dataset), book, options);
    first ??= planned;
    const changes = planned.changes.filter(({ place }) => wanted === null || wanted.has(place.id));
    const why = `import ${options.dataset}`;
    const { conflicts } = await store.savePlaces(changes.map((change) => ({ ...change, who, why })));
    if (conflicts.length === 0) return result(first.outcomes, first.missing);
    wanted = new Set(conflicts);
  }
  throw new Error(`${read.name}: ほかの人が同じ場所を書きかえ続けています。しばらくしてからやり直してください。`);
}

/**
 * Imports files: all are read before anything is written, main tables before their 追加情報.
 * @throws ImportError where any file cannot be read at all; then nothing was written
 */
export async function runImport(request: ImportRequest, target: ImportStore, book: TownBook): Promise<ImportResult> {
  const read = readAll(request.files);
  const store = request.dryRun ? dryStore(target) : target;
  const candidates = new Map(
    read.map((each) => [each, request.dataset === null ? datasetCandidates(each.file, book) : [request.dataset]]),
  );
  for (const each of read) await chooseDataset(each, candidates.get(each) ?? [], store);
  const samplesRemoved = await store.removeSamples();
  const results = new Map<ReadFile, FileResult>();
  for (const each of [...read.filter((file) => !isExtra(file)), ...read.filter(isExtra)]) {
    const dataset = await chooseDataset(each, candidates.get(each) ?? [], store);
    const { licence, asOf, now, who } = request;
    results.set(each, await importFile(each, store, book, { dataset, licence, asOf, now }, who));
  }
  const files = read.map((each) => results.get(each)).filter((each) => each !== undefined);
  return { dryRun: request.dryRun, files, samplesRemoved, withoutGazetteer: book.isEmpty };
}
