import type { FastifyInstance } from 'fastify';
import { ruruHTML } from 'ruru/server';
import { getStaticFile } from 'ruru/static';

const ASSETS = '/graphql/assets/';

/** GraphiQL at `/graphql` for a browser that opens the address, its assets from this server. API clients never meet it: they do not accept HTML. */
export function explorer(app: FastifyInstance): Promise<void> {
  const page = ruruHTML({ endpoint: '/graphql', staticPath: ASSETS });
  app.addHook('onRequest', async (request, reply) => {
    const opensPage = request.method === 'GET' && /^\/graphql(\?|$)/.test(request.url);
    if (!opensPage || /[?&]query=/.test(request.url) || !request.headers.accept?.includes('text/html')) return;
    await reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
  app.get(`${ASSETS}*`, async (request, reply) => {
    const file = await getStaticFile({
      staticPath: ASSETS,
      urlPath: request.url.split('?')[0] ?? '',
      acceptEncoding: request.headers['accept-encoding'],
      disallowDevAssets: true,
    });
    return file ? reply.headers(file.headers).send(file.content) : reply.code(404).send();
  });
  return Promise.resolve();
}
