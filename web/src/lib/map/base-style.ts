import type { StyleSpecification } from 'maplibre-gl';

/**
 * The base map that comes with the product: sea, land, prefecture borders and names, from static files alone. Good to
 * about zoom 11; streets come later from our own server.
 */

interface Palette {
  sea: string;
  land: string;
  abroad: string;
  coast: string;
  border: string;
  prefecture: string;
  town: string;
  halo: string;
}

const LIGHT: Palette = {
  sea: '#cfe7f1',
  land: '#fdf6e3',
  abroad: '#e6ecea',
  coast: '#9cc7d6',
  border: '#cdb998',
  prefecture: '#6b5436',
  town: '#5d5145',
  halo: '#fffaf0',
};

const DARK: Palette = {
  sea: '#182a35',
  land: '#463c32',
  abroad: '#202c33',
  coast: '#3f6274',
  border: '#6d5f4e',
  prefecture: '#e8cfa8',
  town: '#d5c8b8',
  halo: '#241e19',
};

/** Labels come one by one from the names' own cut of Noto Sans, 15 kB for prefectures and 140 kB from zoom 7 on. */
export const PREFECTURE_FONT = 'Ibasho Prefectures';
const TOWN_FONT = 'Ibasho Municipalities';
/** Names of places are drawn with the device's own font, which needs no download. */
export const LOCAL_FONT = 'sans-serif';

/** From here on the detailed coast is drawn; before, it would be 200 kB for nothing. */
const LAND_HIGH_FROM_ZOOM = 6.5;

/** Style for a colour scheme; `origin` makes the fonts' addresses absolute, as MapLibre wants them. */
export function baseStyle(isDark: boolean, origin: string): StyleSpecification {
  const colours = isDark ? DARK : LIGHT;
  return {
    version: 8,
    name: 'Ibasho',
    'font-faces': {
      [PREFECTURE_FONT]: `${origin}/fonts/map-prefectures.woff2`,
      [TOWN_FONT]: `${origin}/fonts/map-municipalities.woff2`,
    },
    sources: {
      'land-low': { type: 'geojson', data: `${origin}/basemap/land-low.geojson`, tolerance: 0.2 },
      'land-high': { type: 'geojson', data: `${origin}/basemap/land-high.geojson`, tolerance: 0.2 },
      borders: { type: 'geojson', data: `${origin}/basemap/prefecture-borders.geojson` },
      labels: { type: 'geojson', data: `${origin}/basemap/labels.geojson` },
    },
    layers: [...ground(colours), ...names(colours)],
  };
}

type Layer = StyleSpecification['layers'][number];
type FillPaint = NonNullable<Extract<Layer, { type: 'fill' }>['paint']>;

function ground({ sea, land, abroad, coast, border }: Palette): Layer[] {
  const fill: FillPaint = { 'fill-color': ['case', ['get', 'home'], land, abroad] };
  const switchZoom = LAND_HIGH_FROM_ZOOM;
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': sea } },
    { id: 'land-low', type: 'fill', source: 'land-low', maxzoom: switchZoom, paint: fill },
    { id: 'land-high', type: 'fill', source: 'land-high', minzoom: switchZoom, paint: fill },
    coastline('coast-low', 'land-low', coast, { maxzoom: switchZoom }),
    coastline('coast-high', 'land-high', coast, { minzoom: switchZoom }),
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 8, 1.6, 12, 2.4],
        'line-dasharray': [3, 2],
      },
    },
  ];
}

function coastline(id: string, source: string, colour: string, zooms: { minzoom?: number; maxzoom?: number }): Layer {
  return {
    id,
    type: 'line',
    source,
    filter: ['get', 'home'],
    ...zooms,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.8, 10, 1.6] },
  };
}

function names({ prefecture, town, halo }: Palette): Layer[] {
  return [
    {
      id: 'prefecture-names',
      type: 'symbol',
      source: 'labels',
      filter: ['==', ['get', 'rank'], 1],
      minzoom: 4.2,
      maxzoom: 9,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [PREFECTURE_FONT],
        'text-size': ['interpolate', ['linear'], ['zoom'], 4.2, 10.5, 7, 16],
        'text-letter-spacing': 0.08,
        'text-padding': 6,
      },
      paint: { 'text-color': prefecture, 'text-halo-color': halo, 'text-halo-width': 1.6 },
    },
    {
      id: 'town-names',
      type: 'symbol',
      source: 'labels',
      filter: ['==', ['get', 'rank'], 2],
      minzoom: 7.8,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [TOWN_FONT],
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11.5, 12, 16],
        'text-padding': ['interpolate', ['linear'], ['zoom'], 8, 14, 11, 4],
        'text-max-width': 7,
      },
      paint: { 'text-color': town, 'text-halo-color': halo, 'text-halo-width': 1.6 },
    },
  ];
}
