import type { FastifyReply, FastifyRequest } from 'fastify';

const HOST = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/** Refuses a missing, repeated (RFC 9112, 3.2) or malformed Host with 400, before anything builds a URL from it. */
export async function hostCheck(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { headers, raw } = request;
  const times = raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  if (times === 1 && isHost(headers.host ?? '')) return;
  await reply.code(400).send({ error: 'The Host header is missing or malformed.' });
}

/** A name of at most 253 letters (RFC 1035) or an address, and a port that there is. */
function isHost(host: string): boolean {
  return host.length < 260 && HOST.test(host) && Number(/:(\d+)$/.exec(host)?.[1] ?? 0) < 65_536;
}
