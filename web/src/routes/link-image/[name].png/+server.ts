import { error } from '@sveltejs/kit';
import sharp from 'sharp';
import sprite from '#lib/icons/icons.svg?raw';
import { isGroup, linkImageSvg } from '#lib/places/link-image.ts';
import type { RequestHandler } from './$types';

const SYMBOL = /<symbol id="([^"]+)"[^>]*>(.*?)<\/symbol>/gs;
const ICONS = new Map([...sprite.matchAll(SYMBOL)].map(([, id = '', inside = '']) => [id, inside]));

/** Pictures that were drawn, by name: at most the groups times the icons, some 10 kB each. */
const drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** What a chat shows of a link to a place: `/link-image/eat-rice-bowl.png`. Of its kind alone, so nothing of a visitor. */
export const GET: RequestHandler = async ({ params: { name }, setHeaders }) => {
  const [, group = '', icon = ''] = /^([a-z]+)-([a-z-]+)$/.exec(name) ?? [];
  const inside = ICONS.get(icon);
  if (!isGroup(group) || inside === undefined) error(404, 'There is no such picture.');
  const picture = drawn.get(name) ?? draw(linkImageSvg(group, inside));
  drawn.set(name, picture);
  setHeaders({ 'content-type': 'image/png', 'cache-control': 'public, max-age=604800' });
  return new Response(await picture);
};

const draw = async (svg: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await sharp(new TextEncoder().encode(svg)).png({ palette: true }).toBuffer());
