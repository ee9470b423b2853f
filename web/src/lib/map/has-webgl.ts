/** Whether this browser can draw the map (MapLibre needs WebGL 2). */
export function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
