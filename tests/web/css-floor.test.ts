import { readdirSync, readFileSync } from 'node:fs';
import doiuse from 'doiuse';
import postcss from 'postcss';
import { expect, test } from 'vitest';

/** The oldest browsers of package.json's browserslist that people have. */
const FLOOR = ['chrome 100', 'safari 15.4', 'ios_saf 15.4'];

/** What one of them does not have, and what is there instead. */
const DISPENSABLE = {
  'css-cursors': 'a finger has no cursor',
  'css-has':
    'on paper the rest of a page is printed with the sheet for the wall; a step of registering also shows the fields that do not concern',
  'css-media-scripting': 'without JavaScript the tab of the map is there, and leads to a sentence',
  'css-paged-media': 'on paper the browser’s own size and margins',
  'css-resize': 'a text field of its first height',
  'css-scrollbar': 'a bar of the usual width',
  'css-touch-action': 'of the map’s library, which knows',
  'text-size-adjust': 'the same with the prefix that Safari knows',
  'viewport-unit-variants': 'after the same rule in vh',
};

test('the styles need nothing that the oldest browsers do not have', async () => {
  const folder = new URL('../../web/build/client/_app/immutable/assets/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.css'));
  expect(files.length).toBeGreaterThan(5);
  const missing = new Set<string>();
  const onFeatureUsage = ({ feature, featureData }: { feature: string; featureData: { missing?: string } }) => {
    if (featureData.missing) missing.add(feature.replace(/^css3-cursors.*/, 'css-cursors'));
  };
  const check = postcss(doiuse({ browsers: FLOOR, onFeatureUsage }));
  for (const name of files) await check.process(readFileSync(new URL(name, folder), 'utf8'), { from: undefined });
  expect([...missing].sort()).toEqual(Object.keys(DISPENSABLE));
});
