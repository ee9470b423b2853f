/** What is said, in three voices; `{name}` is put in. */
export interface Message {
  ja: string;
  easyJa: string;
  en: string;
}

export const say = (ja: string, easyJa: string, en: string): Message => ({ ja, easyJa, en });
