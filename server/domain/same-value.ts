/** A value as JSON with sorted keys and without undefined, so that a trip through the database changes nothing. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (each === null || typeof each !== 'object' || Array.isArray(each) || each instanceof Date) return each;
    return Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

/** Whether two values of plain data are the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}
