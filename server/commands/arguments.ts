import path from 'node:path';

/** A wrong use of a command: the message says how to use it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export interface Arguments {
  files: string[];
  options: Map<string, string>;
  switches: Set<string>;
}

export interface ArgumentNames {
  /** Options with a value, without their dashes. */
  options: readonly string[];
  switches: readonly string[];
  usage: string;
}

/**
 * Splits the words of a command line; `--name value` and `--name=value` are the same, `--` ends the options.
 * @throws UsageError for an option that the command does not know or that lacks its value
 */
export function parseArguments(words: readonly string[], names: ArgumentNames): Arguments {
  const parsed: Arguments = { files: [], options: new Map(), switches: new Set() };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      parsed.files.push(...rest.splice(0));
    } else if (!word.startsWith('--')) {
      parsed.files.push(word);
    } else {
      const [name = '', inline] = word.slice(2).split(/=(.*)/s, 2);
      if (names.switches.includes(name) && inline === undefined) parsed.switches.add(name);
      else if (names.options.includes(name)) {
        const value = inline ?? rest.shift();
        if (value === undefined || value === '') throw new UsageError(`--${name} には値が要ります。\n${names.usage}`);
        parsed.options.set(name, value);
      } else throw new UsageError(`--${name} という指定はありません。\n${names.usage}`);
    }
  }
  return parsed;
}

/** npm runs a script in the package's folder; paths are meant from where the person typed the command. */
export function fromWhereTyped(file: string, initCwd: string | undefined): string {
  return path.resolve(initCwd ?? process.cwd(), file);
}
