import sprite from './icons.svg?url';

/** The file of all icons; its name changes with its content, so a browser keeps it for ever. */
export const SPRITE_URL = sprite;

/** Address of one icon, for `<use href>`. */
export function iconUrl(name: string): string {
  return `${sprite}#${name}`;
}
