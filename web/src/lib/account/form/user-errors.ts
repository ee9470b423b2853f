/** What a mutation says is wrong, as the web asks for it. */
export interface UserError {
  code: string;
  /** Where in the input: `place`, `contact`, `phones`, `0`, `number`. */
  path: string[];
  message: string;
}

/** Path of an error with dots, without the input that all fields of a place stand in. */
export const pathOf = ({ path }: UserError): string => (path[0] === 'place' ? path.slice(1) : path).join('.');

/** Messages for a field: those at it and, for a group of fields, at what is inside. */
export function errorsAt(errors: readonly UserError[], name: string, isGroup = false): string[] {
  const here = errors.filter((error) => pathOf(error) === name || (isGroup && pathOf(error).startsWith(`${name}.`)));
  return [...new Set(here.map(({ message }) => message))];
}

/** Messages that belong to none of these fields: they stand above the form. */
export function errorsElsewhere(errors: readonly UserError[], names: readonly string[]): string[] {
  const elsewhere = errors.filter((error) => !names.some((name) => `${pathOf(error)}.`.startsWith(`${name}.`)));
  return [...new Set(elsewhere.map(({ message }) => message))];
}

/** Whether one must sign in before it can be done. */
export const needsSignIn = (errors: readonly UserError[]): boolean =>
  errors.some(({ code, path }) => code === 'FORBIDDEN' && path.length === 0);
