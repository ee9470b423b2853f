import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Where the unpacked engines of this user are kept: $XDG_CACHE_HOME/ibasho, else ~/.cache/ibasho. */
export const defaultCacheDir = (environment: Record<string, string | undefined>): string =>
  join(environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), '.cache'), 'ibasho');

/**
 * The engine's own folder below DATA_DIR, made if missing, as one real path: two spellings of it must not be two engines.
 * Throws where it cannot be made.
 */
export const databaseFolder = (dataDir: string): string => {
  const folder = join(dataDir, 'database');
  try {
    mkdirSync(dataDir, { recursive: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return realpathSync(folder);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Error(`The folder ${folder} cannot be written (${why}). Set DATA_DIR to one that can.`, { cause: error });
  }
};

/** A unix socket's path takes 107 bytes at most (unix(7)), so sockets cannot lie in a deep DATA_DIR. */
const LONGEST_BASE = 60;

/**
 * A short folder for the sockets of the engine in `folder`, which only this user can enter.
 * Throws where somebody else has put something in its place.
 */
export const socketFolder = (folder: string): string => {
  const base = tmpdir().length <= LONGEST_BASE ? tmpdir() : '/tmp';
  const { uid } = userInfo();
  const path = join(base, `ibasho-${uid}-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  // Where PostgreSQL cannot run as root the folder is given to another user; a killed keeper leaves it so.
  if (uid === 0) rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== uid)
    throw new Error(`${path} belongs to somebody else. Remove it, or set TMPDIR.`);
  chmodSync(path, 0o700);
  return path;
};

/** Which engine wrote the data, and in which version: another one must not touch it. */
export interface DataMark {
  engine: 'mongod' | 'DocumentDB';
  version: string;
  /** The major version of PostgreSQL, whose files no other major can read. */
  postgres?: number;
}

/** What is known of the process that runs the engine of a folder. */
export interface Running {
  pid: number;
  /** Where it listens for those who hold it. */
  socket: string;
}

const read = <T>(path: string): T | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
};

const write = (path: string, value: unknown): void => {
  writeFileSync(`${path}.new`, `${JSON.stringify(value)}\n`);
  renameSync(`${path}.new`, path);
};

export const readMark = (folder: string): DataMark | undefined => read(join(folder, 'engine.json'));
export const writeMark = (folder: string, mark: DataMark): void => write(join(folder, 'engine.json'), mark);
export const readRunning = (folder: string): Running | undefined => read(join(folder, 'running.json'));
export const writeRunning = (folder: string, running: Running): void => write(join(folder, 'running.json'), running);
export const clearRunning = (folder: string): void => rmSync(join(folder, 'running.json'), { force: true });
