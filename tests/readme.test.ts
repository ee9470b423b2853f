import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createApp } from '../server/app.ts';
import { samplePlaces } from '../server/samples/generate.ts';
import { createPlaceIndex } from '../server/search/place-index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
const NOW = Date.parse('2026-11-24T10:00:00+09:00');

test('the query of the README gets the answer that stands beside it, from the sample places', async () => {
  const app = await createApp({
    index: createPlaceIndex(samplePlaces(NOW)),
    now: () => NOW,
    publicUrl: 'http://localhost:3000',
    readiness: () => ({ ready: true, places: 0, staleMs: 0 }),
    web: null,
    logLevel: 'silent',
  });
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query: block('graphql') } });
  await app.close();
  expect(answer.json()).toEqual(JSON.parse(block('json') || '{}'));
});

test('every npm script that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...readme.matchAll(/npm (?:run )?([a-z:-]+)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
