import { tick } from 'svelte';

/** Moves the focus to what is said of a deed that succeeded: the form that was sent may be gone. */
export async function focusDone(page: Document): Promise<void> {
  await tick();
  const said = page.querySelector<HTMLElement>('main [role="status"]');
  said?.setAttribute('tabindex', '-1');
  said?.focus();
}

/** Moves the focus to the first field that is wrong, else to what is said above the form. */
export async function focusError(form: HTMLElement): Promise<void> {
  await tick();
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]');
  const said = form.ownerDocument.querySelector<HTMLElement>('[role="alert"]');
  if (field) return field.focus();
  said?.setAttribute('tabindex', '-1');
  said?.focus();
}
