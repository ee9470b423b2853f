import type { FastifyReply, FastifyRequest } from 'fastify';

const HOST = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/** Refuses a missing or malformed Host with 400, before anything builds a URL from it. */
export async function hostCheck(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const host = request.headers.host;
  if (host !== undefined && HOST.test(host)) return;
  await reply.code(400).send({ error: 'The Host header is missing or malformed.' });
}
