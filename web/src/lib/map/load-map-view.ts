import cssUrl from 'maplibre-gl/dist/maplibre-gl.css?url';

/** MapLibre's own style sheet, loaded with the map and not before: it would hold up the list by 10 kB. */
function loadCss(): Promise<void> {
  if (document.querySelector(`link[href="${cssUrl}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = cssUrl;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error('The style sheet of the map cannot be loaded.'));
    document.head.append(link);
  });
}

/** The map of the search page with all that it needs. Rejects where something of it cannot be loaded. */
export async function loadMapView() {
  const [{ default: MapView }] = await Promise.all([import('./MapView.svelte'), loadCss()]);
  return MapView;
}

/** The little map of a place. Rejects where something of it cannot be loaded. */
export async function loadSmallMap() {
  const [{ default: SmallMap }] = await Promise.all([import('./SmallMap.svelte'), loadCss()]);
  return SmallMap;
}
