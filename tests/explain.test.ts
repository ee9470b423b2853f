import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../server/config.ts';
import { explain } from '../server/explain.ts';

const config = readConfig({ PORT: '3000' }, '/srv/ibasho');
const failure = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['a taken port', failure('EADDRINUSE'), /ポート 3000 .*PORT=3001 npm start/],
  ['a full disk', failure('ENOSPC'), /空きがありません（\/srv\/ibasho\/\.data）/],
  ['an address of another machine', failure('EADDRNOTAVAIL'), /HOST=127\.0\.0\.1/],
  ['bad values', new ConfigError(['PORT=x: y', 'HOST=z: w']), /PORT=x: y\n {2}HOST=z: w/],
  ['anything else', new Error('何かのわけ'), /^何かのわけ$/],
])('%s is one sentence and what to do', (_, error, sentence) => {
  expect(explain(error, config)).toMatch(sentence);
});
