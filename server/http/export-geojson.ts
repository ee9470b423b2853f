import type { Place } from '../domain/place.ts';
import { exportedFacts } from './exported-facts.ts';

/** GeoJSON (RFC 7946): one feature for each place, without geometry where it has no point of its own. */
export async function* geoJsonOf(places: AsyncIterable<Place[]>, publicUrl: string): AsyncIterable<string> {
  yield '{"type":"FeatureCollection","features":[';
  let separator = '\n';
  for await (const batch of places) {
    if (batch.length === 0) continue;
    yield separator + batch.map((place) => JSON.stringify(featureOf(place, publicUrl))).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

function featureOf(place: Place, publicUrl: string) {
  const { id, name, kana, kinds, activities, features, description, operator, municipalityCode, contact } = place;
  const { point, address, hours, osm, page, source } = exportedFacts(place, publicUrl);
  return {
    type: 'Feature',
    id,
    geometry: point && { type: 'Point', coordinates: [point.longitude, point.latitude] },
    properties: {
      ...{ name, kana, kinds, activities, features, description, operator, municipalityCode },
      precision: point?.precision ?? null,
      address: address?.text ?? null,
      phone: contact.phones[0]?.number ?? null,
      url: contact.url,
      hours,
      opening_hours: osm,
      confirmedAt: place.confirmedAt,
      updatedAt: place.updatedAt,
      page,
      source,
    },
  };
}
