import type { RequestEvent } from '@sveltejs/kit';
import { graphql } from '../graphql/gen/index.ts';
import { request } from '../graphql/request.ts';

const JsonLdQuery = graphql(`
  query PlaceJsonLd($id: ID!) {
    place(id: $id) {
      jsonLd
      sample
    }
  }
`);

/**
 * The place of a page as a JSON-LD element for search engines; empty for any other page, and for a made-up place. Only
 * in the document itself: a browser that goes on to another place needs none. The API escapes `<`, so that no text
 * ends the element; being data and no program, it needs no word in the content security policy.
 */
export async function structuredData(event: RequestEvent): Promise<string> {
  const id = event.params.id;
  if (event.route.id !== '/places/[id]' || !id || event.isDataRequest) return '';
  try {
    const { place } = await request(event.fetch, event.locals.voice, JsonLdQuery, { id });
    return place && !place.sample ? `<script type="application/ld+json">${place.jsonLd}</script>` : '';
  } catch {
    // The page itself says what is wrong with the API.
    return '';
  }
}
