/**
 * What stands in the controls of a form: texts by the name of the control, which is the path in `PlaceInput` with dots
 * (`contact.phones.0.number`). The same shape whether it was kept by the server, by this device or just typed.
 */
export type Values = Record<string, string[]>;

/** The text of a control; empty where there is none. */
export const one = (values: Values, name: string): string => values[name]?.[0] ?? '';

/** Everything that is chosen under a name. */
export const all = (values: Values, name: string): string[] => values[name] ?? [];

/** The indexes of a list of objects among the controls, at least `least` of them. */
export function entriesOf(values: Values, name: string, least = 0): number[] {
  const indexes = Object.keys(values).flatMap((key) =>
    key.startsWith(`${name}.`) ? [Number(key.slice(name.length + 1).split('.')[0])] : [],
  );
  return Array.from({ length: Math.max(least, ...indexes.map((index) => index + 1)) }, (_, index) => index);
}

/** What a form says. Files are left out. */
export function valuesOfForm(form: FormData): Values {
  const values: Values = {};
  for (const [name, value] of form) if (typeof value === 'string') (values[name] ??= []).push(value);
  return values;
}

/** An input of the API (JSON) as the controls show it. What is not stated has no control that is filled. */
export function valuesOfInput(input: unknown, path = ''): Values {
  if (input === null || input === undefined) return {};
  if (typeof input !== 'object') return { [path]: [String(input)] };
  if (Array.isArray(input) && input.every((each) => typeof each !== 'object')) return { [path]: input.map(String) };
  const values: Values = {};
  for (const [key, value] of Object.entries(input))
    Object.assign(values, valuesOfInput(value, path === '' ? key : `${path}.${key}`));
  return values;
}
