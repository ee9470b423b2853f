const BANDS = ['preschool', 'primary', 'juniorHigh', 'highSchool', 'adult'] as const;
type Band = (typeof BANDS)[number];

/** Yen of each band that is to be said: that children pay nothing says it of every age of them. */
export function feeBands(
  fee: Partial<Record<Band, number | null>> & { freeForChildren?: boolean | null },
): { band: Band; yen: number }[] {
  return BANDS.flatMap((band) => {
    const yen = fee[band];
    const isSaid = fee.freeForChildren === true && yen === 0 && band !== 'adult';
    return typeof yen === 'number' && !isSaid ? [{ band, yen }] : [];
  });
}
