/** What may be wrong with a place, the commonest first. */
export const REPORT_ABOUT = ['WAS_CLOSED', 'HOURS', 'WHERE', 'CONTACT', 'GONE', 'UNSAFE', 'OTHER'] as const;
