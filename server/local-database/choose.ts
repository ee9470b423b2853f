import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findOnPath } from './find-on-path.ts';
import { fetchMongod, mongodArchive } from './fetch-mongod.ts';
import type { DataMark } from './folders.ts';
import { answers } from './probe.ts';

/** Each choice is made within this time. */
const PATIENCE_MS = 3_000;

export type Choice = { kind: 'mongod'; binary: string; version: string; how: string } | { kind: 'DocumentDB' };

export interface ChooseOptions {
  /** Which engine wrote the data that is there; no other one is considered then. */
  mark: DataMark | undefined;
  path: string;
  offline: boolean;
  /** Where a fetched mongod is kept. */
  downloadDir: string;
  log: (line: string) => void;
}

/** What `mongod --version` says of itself, or undefined where it does not run or takes longer than 3 s. */
export const mongodVersion = async (binary: string): Promise<string | undefined> => {
  try {
    const { stdout } = await promisify(execFile)(binary, ['--version'], {
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    return /db version v?(\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
};

const fromPath = async ({ path, log }: ChooseOptions): Promise<Choice | undefined> => {
  const binary = findOnPath(path, 'mongod');
  if (!binary) {
    log('データベース：PATH に mongod はありません。');
    return undefined;
  }
  const version = await mongodVersion(binary);
  if (version) return { kind: 'mongod', binary, version, how: `PATH の ${binary}` };
  log(`データベース：${binary} はバージョンを答えないので使いません。`);
  return undefined;
};

const fromDownload = async ({ offline, downloadDir, log }: ChooseOptions): Promise<Choice | undefined> => {
  const archive = await mongodArchive(downloadDir);
  if (!archive) {
    log('データベース：このシステム用の公式の mongod はありません。');
    return undefined;
  }
  if (!archive.fetched && (offline || !(await answers(archive.url, PATIENCE_MS)))) {
    log(`データベース：公式の mongod の配布元（${new URL(archive.url).host}）は応答しません。`);
    return undefined;
  }
  try {
    const binary = await fetchMongod(archive, downloadDir, log);
    const version = (await mongodVersion(binary)) ?? archive.version;
    return { kind: 'mongod', binary, version, how: '公式の配布（取得済み）' };
  } catch (error) {
    log(
      `データベース：公式の mongod を取得できませんでした（${error instanceof Error ? error.message : String(error)}）。`,
    );
    return undefined;
  }
};

/**
 * mongod on PATH, else the official one where its host answers, else DocumentDB; but data stays with the engine that
 * wrote it. Throws where the data is mongod's and there is no mongod.
 */
export const chooseEngine = async (options: ChooseOptions): Promise<Choice> => {
  if (options.mark?.engine === 'DocumentDB') return { kind: 'DocumentDB' };
  const mongod = (await fromPath(options)) ?? (await fromDownload(options));
  if (mongod) return mongod;
  if (options.mark?.engine === 'mongod')
    throw new Error(
      `The data was written by mongod ${options.mark.version}, which is no longer here: put mongod on PATH, or set DATA_DIR to another folder.`,
    );
  return { kind: 'DocumentDB' };
};
