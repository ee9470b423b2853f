/** Id of the control of a field, from its path in the input: the dots of `address.text` would end a CSS id. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;
