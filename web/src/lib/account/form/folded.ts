import { createAttachmentKey } from 'svelte/attachments';
import type { HTMLDetailsAttributes } from 'svelte/elements';
import { browser } from '$app/env';

/**
 * What a `<details>` is given that is open while `isOpen`, and otherwise as its reader left it: one that was opened
 * before the scripts of the page ran stays open, which an attribute `open` would close again.
 */
export function folded(isOpen: boolean): HTMLDetailsAttributes {
  if (!browser) return { open: isOpen };
  return {
    [createAttachmentKey()]: (fold: HTMLDetailsElement) => {
      if (isOpen) fold.open = true;
    },
  };
}
