import { tick } from 'svelte';

/** Moves the focus to the first field that is wrong, else to what is said above the form. */
export async function focusError(form: HTMLElement): Promise<void> {
  await tick();
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]');
  const said = form.ownerDocument.querySelector<HTMLElement>('[role="alert"]');
  if (field) return field.focus();
  said?.setAttribute('tabindex', '-1');
  said?.focus();
}
