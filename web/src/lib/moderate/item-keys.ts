const TYPING = 'input, textarea, select, [contenteditable]';

/**
 * Makes the items of a list quick by keyboard: j and k go on and back, Escape leaves a field for its item, another key
 * presses the control or enters the field of the item in focus that names it (`data-key`). Nothing needs it; nothing is
 * taken from somebody who types.
 */
export function itemKeys(): (event: KeyboardEvent, list: HTMLElement) => void {
  /** Where the item in focus stood: what was decided goes, and the next one takes its place. */
  let last = 0;
  return (event, list) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const items = [...list.querySelectorAll<HTMLElement>('[data-item]')];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    if (at >= 0) last = at;
    const isTyping = target.matches(TYPING);
    if (isTyping && event.key !== 'Escape') return;
    const next = isTyping ? last : nextOf(event.key, at, last);
    if (next !== undefined) items[Math.min(items.length - 1, Math.max(0, next))]?.focus();
    else if (!use(items[at]?.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`))) return;
    event.preventDefault();
  };
}

function nextOf(key: string, at: number, last: number): number | undefined {
  if (key === 'j') return at < 0 ? last : at + 1;
  return key === 'k' ? (at < 0 ? last : at) - 1 : undefined;
}

function use(control: HTMLElement | null | undefined): boolean {
  if (control?.matches(TYPING)) control.focus();
  else control?.click();
  return Boolean(control);
}
