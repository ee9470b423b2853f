import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** One text of a page => certainty and the reading of a careful person. */
describe('words around the hours and closing days of places for families', () => {
  readsAsTable(`

`);
});
