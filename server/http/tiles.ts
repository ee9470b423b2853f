import type { FastifyInstance } from 'fastify';
import { tileNumber } from '../tiles/tile-number.ts';
import type { TileSource } from '../tiles/tile-source.ts';

/** Street tiles and whom the map names for them. */
export interface Streets {
  source: TileSource;
  attribution: string;
  /** Vector tiles (MVT); else pictures. */
  isVector: boolean;
}

const ONE_WEEK = 'public, max-age=604800';

/**
 * `/tiles/{z}/{x}/{y}`: streets through this server, so that no browser of a child speaks to anybody else. 404 where there
 * are none (no source, outside Japan, deeper than zoom 18), 503 while the source is away.
 */
export function streetTiles(app: FastifyInstance, { streets }: { streets?: Streets }): Promise<void> {
  app.get<{ Params: Record<'z' | 'x' | 'y', string> }>('/tiles/:z/:x/:y', async ({ params }, reply) => {
    const number = streets ? tileNumber(params.z, params.x, params.y) : null;
    const tile = streets && number ? await streets.source.tile(number) : 'missing';
    if (tile === 'missing') return reply.code(404).header('cache-control', 'public, max-age=300').send();
    if (tile === 'away') return reply.code(503).header('cache-control', 'no-store').send();
    return reply.type(tile.type).header('cache-control', ONE_WEEK).send(tile.bytes);
  });
  return Promise.resolve();
}
