import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type MunicipalHelpLine, readMunicipalHelpLines } from './municipal.ts';

const SHIPPED = path.join(import.meta.dirname, 'municipal.json');

/**
 * Help lines of municipalities: those of the product, and those that whoever runs it has put into `help-lines.json` of
 * DATA_DIR. @throws Error naming file and line where one cannot be read: a wrong number is worse than none.
 */
export async function loadHelpLines(dataDir: string): Promise<MunicipalHelpLine[]> {
  const own = path.join(dataDir, 'help-lines.json');
  return (await Promise.all([linesIn(SHIPPED), linesIn(own, true)])).flat();
}

async function linesIn(file: string, mayBeMissing = false): Promise<MunicipalHelpLine[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (mayBeMissing && (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const { lines, problems } = readMunicipalHelpLines(text);
  if (problems.length > 0)
    throw new Error(`${file} に誤りがあります。何も始めていません。\n  ${problems.join('\n  ')}`);
  return lines;
}
