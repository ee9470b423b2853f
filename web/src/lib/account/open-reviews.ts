/** What of reviews still concerns their place: the newest of each kind, unless it was approved. Newest first, as they come. */
export function openReviews<Review extends { kind: string; state: string }>(reviews: readonly Review[]): Review[] {
  const newest = reviews.filter(({ kind }, index) => reviews.findIndex((each) => each.kind === kind) === index);
  return newest.filter(({ state }) => state !== 'APPROVED');
}
