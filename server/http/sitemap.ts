import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { searchRequest } from '../domain/search-request.ts';
import { NEEDS } from '../domain/vocabulary/needs.ts';
import type { PlaceIndex } from '../search/place-index.ts';

export interface SitemapParts {
  index: PlaceIndex;
  now: () => number;
  /** Addresses begin with it; never the Host of a request. */
  publicUrl: string;
  /** The limit of the protocol unless said. */
  urlsPerFile?: number;
}

/** Limit of one file (sitemaps.org, protocol 0.9). */
const URLS_PER_FILE = 50_000;
/** Pages that are no place; those for operators ask search engines to leave them out. */
const PAGES = ['/', '/help', '/about'];
/** Places between two breaths of the event loop. */
const PLACES_PER_STEP = 500;
const PER_MINUTE = 60;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * `/robots.txt` and `/sitemap.xml`: every published place that is real, with the day of its last change. More than fit
 * into one file stand in `/sitemap-1.xml`, `/sitemap-2.xml` …, which `/sitemap.xml` then lists.
 */
export function sitemap(app: FastifyInstance, parts: SitemapParts): Promise<void> {
  const { index, publicUrl, urlsPerFile = URLS_PER_FILE } = parts;
  const limited = { config: { rateLimit: { max: PER_MINUTE } } };
  const files = () => Math.ceil((PAGES.length + index.size) / urlsPerFile);
  app.get('/robots.txt', (_request, reply) => reply.type('text/plain; charset=utf-8').send(robots(publicUrl)));
  app.get('/sitemap.xml', limited, (_request, reply) =>
    xml(reply, files() <= 1 ? urlSet(urls(parts), 0, urlsPerFile) : [fileList(publicUrl, files())]),
  );
  app.get<{ Params: { file: string } }>('/sitemap-:file(^[1-9]\\d{0,3}).xml', limited, (request, reply) => {
    const file = Number(request.params.file);
    if (file > files()) return reply.code(404).send();
    return xml(reply, urlSet(urls(parts), (file - 1) * urlsPerFile, urlsPerFile));
  });
  return Promise.resolve();
}

/** Needs that have a page of their own for search engines: where one can go, not whom one can talk to. */
const FINDABLE = NEEDS.filter(({ consultation }) => !consultation).map(({ code }) => `Allow: /?need=${code}$`);

/** Results are endless combinations of filters, but for those of one need; the places themselves are in the sitemap. */
const robots = (publicUrl: string): string =>
  ['User-agent: *', 'Disallow: /*?', ...FINDABLE, 'Disallow: /graphql', 'Disallow: /voice/', '']
    .concat(`Sitemap: ${publicUrl}/sitemap.xml`, '')
    .join('\n');

const xml = (reply: FastifyReply, chunks: AsyncIterable<string> | Iterable<string>): unknown =>
  reply
    .type('application/xml; charset=utf-8')
    .header('cache-control', 'public, max-age=3600')
    .send(Readable.from(chunks, { objectMode: false }));

function fileList(publicUrl: string, files: number): string {
  const entries = Array.from(
    { length: files },
    (_, file) => `<sitemap><loc>${publicUrl}/sitemap-${file + 1}.xml</loc></sitemap>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${NAMESPACE}">\n${entries.join('')}</sitemapindex>\n`;
}

/** One file: `count` entries from `start` on, written piece by piece, so that no request waits behind it. */
async function* urlSet(entries: Iterable<string>, start: number, count: number): AsyncIterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${NAMESPACE}">\n`;
  let at = 0;
  let piece = '';
  for (const entry of entries) {
    if (at >= start + count) break;
    if (at >= start) piece += entry;
    at += 1;
    if (at % PLACES_PER_STEP > 0) continue;
    yield piece;
    piece = '';
    await setImmediate();
  }
  yield `${piece}</urlset>\n`;
}

/** Every entry, in the order of the index. Ids are URL-safe by contract, so that nothing needs escaping. */
function* urls({ index, now, publicUrl }: SitemapParts): Iterable<string> {
  for (const page of PAGES) yield `<url><loc>${publicUrl}${page}</loc></url>\n`;
  const at = now();
  for (const { id, sample, updatedAt } of index.each(searchRequest(null, null, null, at), at)) {
    if (sample) continue;
    yield `<url><loc>${publicUrl}/places/${id}</loc><lastmod>${updatedAt.toISOString().slice(0, 10)}</lastmod></url>\n`;
  }
}
