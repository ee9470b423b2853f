import { graphql } from '../graphql/gen/index.ts';

export const MapQuery = graphql(`
  query MapPlaces($filter: PlaceFilter, $near: NearInput, $bounds: BoundsInput!, $zoom: Float!) {
    placeMap(filter: $filter, near: $near, bounds: $bounds, zoom: $zoom) {
      totalCount
      withoutPointCount
      clusters {
        latitude
        longitude
        count
        bounds {
          west
          south
          east
          north
        }
      }
      points {
        id
        name
        latitude
        longitude
        kinds
        precision
        state
      }
    }
  }
`);
