import { GROUP_COLOURS, GROUP_SHAPES, groupOf, ICON_TOP, type KindGroup } from './kind-group.ts';

/** What Open Graph expects of a large picture. */
export const LINK_IMAGE = { width: 1200, height: 630 };

/** Path of the picture that a passed-on link to a place shows. */
export function linkImagePath(kinds: string[], icon: string): string {
  return `/link-image/${groupOf(kinds)}-${icon}.png`;
}

/** Whether a text names a group. */
export const isGroup = (text: string): text is KindGroup => Object.hasOwn(GROUP_SHAPES, text);

/**
 * The mark of a kind of place on warm paper, as SVG. No words: a picture is kept by chats for weeks, so a date in it
 * would grow untrue, and letters would need a Japanese font on the server; name and day stand in the text beside it.
 * @param icon inside of the icon's symbol, drawn on a square of 24.
 */
export function linkImageSvg(group: KindGroup, icon: string): string {
  const { width, height } = LINK_IMAGE;
  const colour = GROUP_COLOURS[group];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="#fff8ec"/>` +
    '<path d="M0 540q300-70 600-20t600-40v150H0z" fill="#f6ecda"/>' +
    `<g fill="${colour}" opacity=".14"><circle cx="150" cy="120" r="70"/><circle cx="1070" cy="150" r="110"/>` +
    '<circle cx="1010" cy="490" r="46"/><circle cx="190" cy="460" r="40"/></g>' +
    `<g transform="translate(400 105) scale(10)"><path d="${GROUP_SHAPES[group]}" fill="${colour}"/>` +
    `<svg x="10" y="${ICON_TOP[group]}" width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="#fff" ` +
    `stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${icon}</svg></g></svg>`
  );
}
