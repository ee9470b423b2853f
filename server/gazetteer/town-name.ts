import { municipalityByCode } from './municipalities.ts';

/** What the municipality of a code is called; the code itself where there is none. */
export const townName = (code: string): string => municipalityByCode(code)?.name ?? code;
