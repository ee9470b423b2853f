import { describe, it } from 'vitest';
import { examine, NEVER_IDLE } from './examine.ts';
import { openStage } from './stage.ts';
import { NOW, places, VISITOR_PAGES } from './visitor-pages.ts';

const { go } = openStage({ server: { places: places(), now: NOW } });
const SAME_CLOCK = `Date.now = () => ${Date.parse(NOW)};`;

describe('axe finds nothing, with no rule disabled, and nothing is wider than the screen', () => {
  let first = 0;
  for (const [group, states] of Object.entries(VISITOR_PAGES)) {
    const from = first;
    first += states.length;
    const before = SAME_CLOCK + (group === 'the map' ? '' : NEVER_IDLE);
    it(group, () => go({ start: '/robots.txt', before }, (page) => examine(page, states, from)), 900_000);
  }
});
