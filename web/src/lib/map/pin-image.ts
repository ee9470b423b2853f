import type { Map as MapLibreMap } from 'maplibre-gl';
import { SPRITE_URL } from '../icons/icon-url.ts';
import type { KindGroup } from '../places/kind-group.ts';
import { GROUP_COLOURS, GROUP_SHAPES, ICON_TOP } from '../places/kind-group.ts';

/**
 * Pins are drawn when the map first needs them: the group's shape and colour, the kind's icon in it, a green tick where
 * it is open now, white with a broken edge where the place is somewhere around there.
 */
export interface Pin {
  group: KindGroup;
  icon: string;
  isOpen: boolean;
  isAround: boolean;
}

const PIN_SIZE = 44;
const PIXEL_RATIO = 3;

/** Name of a pin's image. */
export function pinName({ group, icon, isOpen, isAround }: Pin): string {
  return ['pin', group, icon, isOpen ? 'open' : '', isAround ? 'around' : ''].join('|');
}

/** The pin of a name; null for a name that is not a pin's. */
export function pinOf(name: string): Pin | null {
  const [prefix, group, icon, open, around] = name.split('|');
  if (prefix !== 'pin' || !group || !(group in GROUP_SHAPES) || !icon) return null;
  return { group: group as KindGroup, icon, isOpen: open === 'open', isAround: around === 'around' };
}

/** SVG of a pin; `iconMarkup` is the inside of the icon's symbol. */
export function pinSvg({ group, isOpen, isAround }: Pin, iconMarkup: string): string {
  const size = PIN_SIZE * PIXEL_RATIO;
  const tick = isOpen
    ? '<circle cx="36" cy="5" r="6.5" fill="#1c7a39" stroke="#fff" stroke-width="2"/><path d="m33.3 5.2 1.9 1.9 3.4-3.7" fill="none" stroke="#fff" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>'
    : '';
  const colour = GROUP_COLOURS[group];
  const [fill, edge, ink] = isAround ? ['#fff', colour, colour] : [colour, '#fff', '#fff'];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-3 -4 48 48">` +
    `<path d="${GROUP_SHAPES[group]}" fill="${fill}" stroke="${edge}" stroke-width="3" stroke-linejoin="round"` +
    `${isAround ? ' stroke-dasharray="6 3"' : ''}/>` +
    `<svg x="10" y="${ICON_TOP[group]}" width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="${ink}" stroke-width="2" ` +
    `stroke-linecap="round" stroke-linejoin="round">${iconMarkup}</svg>${tick}</svg>`
  );
}

let sprite: Promise<Map<string, string>> | null = null;

/** Insides of the icons' symbols by name, from the sprite that the pages use as well; fetched once. */
function icons(): Promise<Map<string, string>> {
  sprite ??= fetch(SPRITE_URL)
    .then((response) => response.text())
    .then((text) => new DOMParser().parseFromString(text, 'image/svg+xml'))
    .then((file) => new Map([...file.querySelectorAll('symbol')].map((symbol) => [symbol.id, symbol.innerHTML])));
  return sprite;
}

/** Lets a map draw each pin when it first needs it. */
export function providePins(map: MapLibreMap): void {
  map.setMissingStyleImageResolver(async (name) => {
    const pin = pinOf(name);
    if (!pin) return;
    const { image, pixelRatio } = await drawPin(pin);
    if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio });
  });
}

/** Draws a pin. Rejects where the sprite cannot be fetched. */
async function drawPin(pin: Pin): Promise<{ image: ImageData; pixelRatio: number }> {
  const svg = pinSvg(pin, (await icons()).get(pin.icon) ?? '');
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await picture.decode();
  const size = PIN_SIZE * PIXEL_RATIO;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('A canvas without a 2d context draws no pin.');
  context.drawImage(picture, 0, 0, size, size);
  return { image: context.getImageData(0, 0, size, size), pixelRatio: PIXEL_RATIO };
}
