import type { PlaceIndex } from '../../server/search/place-index.ts';
import { quantile } from './quantile.ts';
import type { RequestKind } from './requests.ts';
import { variantOf } from './variants.ts';

export interface IndexTimes {
  /** ms; every request for the first time. */
  first: { p50: number; p99: number };
  /** ms; half of them once more, the best of three: another program's turn on the machine is not its time. */
  again: { p50: number; p99: number };
}

const ROUNDS = 1024;
/** Numbers of requests that warm compiler and caches; none of them is measured. */
const WARM_FROM = 1e6;

/** How long the index alone takes for a kind of request, each time with another variant. */
export function measureIndex(index: PlaceIndex, kind: RequestKind, most = ROUNDS): IndexTimes {
  const rounds = Math.min(most, kind.rounds ?? ROUNDS);
  const variants = Array.from({ length: rounds }, (_, number) => variantOf(number));
  for (let number = 0; number < rounds; number++) kind.index(index, variantOf(WARM_FROM + number));
  const once = (variant: (typeof variants)[number]) => {
    const start = performance.now();
    kind.index(index, variant);
    return performance.now() - start;
  };
  const first = variants.map(once);
  const again = variants.slice(0, rounds / 2).map((variant) => Math.min(once(variant), once(variant), once(variant)));
  return { first: ends(first), again: ends(again) };
}

const ends = (times: number[]) => ({ p50: quantile(times, 0.5), p99: quantile(times, 0.99) });
