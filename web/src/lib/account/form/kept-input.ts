/**
 * Keeps on this device what is typed into a form until the server has it: no closed tab, dead battery, expired session
 * or lost network takes it away. Erased as soon as the server has it.
 */
const PREFIX = 'ibasho-kept:';
/** What says upon which version the form was written. */
const STAMPS = ['revision', 'version'];

type Typed = [name: string, value: string][];
interface Kept {
  /** What the server had said when typing began. */
  base: Typed;
  typed: Typed;
}

const typedIn = (form: HTMLFormElement): Typed =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );

const withoutStamps = (typed: Typed): string => JSON.stringify(typed.filter(([name]) => !STAMPS.includes(name)));

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as Kept | null;
  } catch {
    // No storage, or not ours: nothing is kept.
    return null;
  }
}

/**
 * Puts back what was kept, and keeps what is typed from now on. Where the server says the same as when typing began, the
 * form goes on upon the server's newest version; else upon the old one, so that saving shows what changed meanwhile.
 * @returns whether something was put back, and how to end keeping
 */
export function keepInput(form: HTMLFormElement, key: string): { restored: boolean; end(): void } {
  const base = typedIn(form);
  const kept = read(key);
  const sameBase = kept !== null && withoutStamps(kept.base) === withoutStamps(base);
  const restored = kept !== null && withoutStamps(kept.typed) !== withoutStamps(base);
  if (restored) fill(form, sameBase ? kept.typed.filter(([name]) => !STAMPS.includes(name)) : kept.typed);
  const began = restored && !sameBase ? kept.base : base;
  const keep = () => write(key, { base: began, typed: typedIn(form) });
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
  return {
    restored,
    end() {
      form.removeEventListener('input', keep);
      form.removeEventListener('change', keep);
    },
  };
}

function write(key: string, kept: Kept): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(kept));
  } catch {
    // Storage is full or refused: the form itself still holds what was typed.
  }
}

/** The server has it. */
export function forgetInput(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // No storage: nothing was kept.
  }
}

const keptKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

/** How many forms are kept on this device. */
export function keptForms(): number {
  try {
    return keptKeys().length;
  } catch {
    // No storage: nothing was kept.
    return 0;
  }
}

/** Erases every form that is kept: who signs out leaves nothing of theirs to the next one. */
export function forgetAllInput(): void {
  try {
    for (const key of keptKeys()) localStorage.removeItem(key);
  } catch {
    // No storage: nothing was kept.
  }
}

function fill(form: HTMLFormElement, typed: Typed): void {
  const values = new Map<string, string[]>();
  for (const [name, value] of typed) values.set(name, [...(values.get(name) ?? []), value]);
  for (const control of form.elements) {
    const isField =
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement;
    if (!isField || control.name === '' || control.type === 'file') continue;
    const wanted = values.get(control.name) ?? [];
    if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
      control.checked = wanted.includes(control.value);
    } else if (wanted.length > 0) control.value = wanted.shift() ?? '';
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
