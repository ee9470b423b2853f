import { createContext } from 'svelte';
import type { Messages } from './ja.ts';
import type { Voice } from './voice.ts';

/** The voice of the page and its messages; read through getters, so that it follows a change. */
export interface I18n {
  readonly voice: Voice;
  readonly t: Messages;
}

export const [useI18n, provideI18n] = createContext<I18n>();
