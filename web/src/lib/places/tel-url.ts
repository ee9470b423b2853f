/** What a telephone dials: digits, and a plus before a country. */
export const telUrl = (number: string): string => `tel:${number.normalize('NFKC').replace(/[^0-9+]/g, '')}`;
