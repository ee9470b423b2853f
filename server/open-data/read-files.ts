import { UnreadableFileError } from './decode.ts';
import { type ImportFile, readImportFile } from './read-file.ts';

export interface NamedFile {
  /** For messages alone. */
  name: string;
  file: ImportFile;
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

/**
 * Reads all files, so that one that cannot be read stops the import before anything is written.
 * @throws ImportError naming every file that is no text, no CSV, or of no known layout
 */
export function readFiles(files: readonly { name: string; bytes: Uint8Array }[]): NamedFile[] {
  const problems: { file: string; message: string }[] = [];
  const read = files.flatMap(({ name, bytes }): NamedFile[] => {
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
