import type { OpenSpan } from '../../../../server/domain/schedule/schedule.ts';

/** Stretches of certain opening as [start, end) ms, touching and overlapping ones joined, cut to a window. */
export function mergedOpening(spans: OpenSpan[], from: number, to: number): [number, number][] {
  const list = spans
    .filter((span) => span.certain && span.timeKnown && span.end !== null)
    .map((span): [number, number] => [Math.max(span.start, from), Math.min(span.end ?? span.start, to)])
    .filter(([start, end]) => start < end);
  return joinStretches(list);
}

export function joinStretches(list: [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...list].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
