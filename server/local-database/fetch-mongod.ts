import { arch, platform } from 'node:os';
import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core';
import { MongoBinaryDownloadUrl } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js';

export interface Archive {
  url: string;
  version: string;
  /** true where it lies unpacked in the cache already. */
  fetched: boolean;
}

/** The official archive for this system, or undefined where MongoDB makes none. */
export const mongodArchive = async (downloadDir: string): Promise<Archive | undefined> => {
  try {
    const options = await DryMongoBinary.generateOptions({ downloadDir });
    const url = await new MongoBinaryDownloadUrl({ ...options, platform: platform(), arch: arch() }).getDownloadUrl();
    const found = await DryMongoBinary.locateBinary({ ...options, downloadDir });
    return { url, version: options.version, fetched: found !== undefined };
  } catch {
    return undefined;
  }
};

/** Fetches the archive, unless it is there, and returns the path of its mongod. */
export const fetchMongod = async (
  archive: Archive,
  downloadDir: string,
  log: (line: string) => void,
): Promise<string> => {
  if (!archive.fetched)
    log(
      `データベース：公式の mongod ${archive.version} を ${new URL(archive.url).host} から取得しています（はじめてのときだけ、約 100 MB）…`,
    );
  return MongoBinary.getPath({ version: archive.version, downloadDir, checkMD5: true });
};
