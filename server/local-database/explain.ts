const FULL = /No space left on device|ENOSPC|enough free space|disk is full/;

/**
 * Why no engine runs, in one sentence with what to do. A full disk shows itself in the words of whichever program met
 * it first: apt, dpkg, initdb, PostgreSQL, Node.
 */
export const explainFailure = (error: unknown, { folder, cacheDir }: { folder: string; cacheDir: string }): string => {
  const message = error instanceof Error ? error.message : String(error);
  if (!FULL.test(message)) return message;
  return `The disk is full: the engine takes about 400 MB in ${cacheDir} while it is unpacked, the data about 100 MB and more in ${folder}. Make room and start again.`;
};
