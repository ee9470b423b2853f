import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What V8 gives who asks for its collector (https://github.com/v8/v8/blob/main/src/extensions/gc-extension.cc). */
type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Gives back what reading many places has left behind: at 200,000 some 240 MB of pages that hold next to nothing. V8 would
 * keep them for a next time that does not come. Everything stands still meanwhile, 0.5 s at 200,000 places: it is for the
 * time before anybody is answered.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
