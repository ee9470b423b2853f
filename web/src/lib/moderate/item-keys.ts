const TYPING = 'input, textarea, select, [contenteditable]';

/**
 * Makes the items of a list quick by keyboard: j and k go on and back, another key presses the button or enters the
 * field of the item in focus that names it (`data-key`). Nothing needs it; nothing is taken from somebody who types.
 */
export function itemKeys(event: KeyboardEvent, list: HTMLElement): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches(TYPING)) return;
  const items = [...list.querySelectorAll<HTMLElement>('[data-item]')];
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const step = { j: 1, k: -1 }[event.key];
  if (step !== undefined) items[Math.min(items.length - 1, Math.max(0, at + step))]?.focus();
  else {
    const control = items[at]?.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
    if (!control) return;
    if (control.matches(TYPING)) control.focus();
    else control.click();
  }
  event.preventDefault();
}
