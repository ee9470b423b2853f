import type { RegisterWords } from '../words/ja.ts';

/** Yes, no, or not stated: three values, as everywhere. */
export const yesNoOptions = (t: RegisterWords) => [
  { value: 'yes', label: t.yes },
  { value: 'no', label: t.no },
  { value: '', label: t.notStated },
];
