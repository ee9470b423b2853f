import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { commandNamed } from './commands.ts';
import type { Context } from './context.ts';
import { createCursors } from './cursors.ts';
import { asCommandError, CommandError, errorDocument } from './errors.ts';
import { frames } from './frames.ts';
import { createPool, type PoolOptions } from './pool.ts';
import { deleteCursors } from './reads.ts';
import { readRequest } from './request.ts';
import { MAX_MESSAGE_BYTES, type Message, readMessage, replyHead } from './wire.ts';

export interface Gateway {
  port: number;
  /** Closes every connection and the pool behind them. */
  close(): Promise<void>;
}

export interface GatewayOptions {
  postgres: PoolOptions;
  /** The version of the extension. */
  version: string;
  /** 0 = a free one. */
  port: number;
}

type Shared = Omit<Context, 'connectionId' | 'peer' | 'gone'>;

const answerTo = async (message: Message, context: Context): Promise<Buffer> => {
  let namespace = '';
  try {
    const request = readRequest(message);
    namespace = request.namespace;
    const command = commandNamed(request.name);
    // Since 5.1 the old form of a query is for the first hello of a connection only.
    if (message.form === 'query' && !/^(hello|is[mM]aster)$/.test(request.name))
      throw new CommandError(
        352,
        `Unsupported OP_QUERY command: ${request.name}. The client driver may require an upgrade.`,
      );
    return await command(request, context);
  } catch (error) {
    return errorDocument(asCommandError(error, namespace));
  }
};

const send = (socket: Socket, message: Message, document: Buffer, id: number): void => {
  if (socket.destroyed || !message.answered) return;
  socket.cork();
  socket.write(replyHead(message, document.length, id));
  socket.write(document);
  socket.uncork();
};

/** Answers a client's messages one after the other, in their order, and reads on only while not too many wait. */
const inOrder = (socket: Socket, context: Context): ((frame: Buffer) => void) => {
  let last = Promise.resolve();
  let replies = 0;
  let queued = 0;
  return (frame) => {
    const message = readMessage(frame);
    queued += frame.length;
    if (queued > 2 * MAX_MESSAGE_BYTES) socket.pause();
    last = last.then(async () => {
      if (!context.gone.aborted) send(socket, message, await answerTo(message, context), (replies += 1));
      queued -= frame.length;
      if (queued <= MAX_MESSAGE_BYTES) socket.resume();
    });
  };
};

const serve = (socket: Socket, shared: Shared, connectionId: number): void => {
  const gone = new AbortController();
  const peer = `${socket.remoteAddress}:${socket.remotePort}`;
  const take = inOrder(socket, { ...shared, connectionId, peer, gone: gone.signal });
  const read = frames(16, (head) => head.readInt32LE(0), MAX_MESSAGE_BYTES, take);
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    try {
      read(chunk);
    } catch {
      // As mongod does: whoever breaks the protocol is not answered but cut off.
      socket.destroy();
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => gone.abort());
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => resolve((server.address() as AddressInfo).port));
  });

/** Serves MongoDB's wire protocol on the loopback address, from a PostgreSQL with the extension. */
export const startGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const pool = createPool(options.postgres);
  const cursors = createCursors(() => performance.now());
  const shared: Shared = { pool, cursors, version: options.version, startedAt: new Date() };
  const sockets = new Set<Socket>();
  let connections = 0;

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      // The last client has gone: nobody will ask for the rest of these results.
      if (sockets.size === 0) deleteCursors(shared, cursors.dropSessions(undefined)).catch(() => {});
    });
    serve(socket, shared, (connections += 1));
  });
  const sweep = setInterval(() => {
    deleteCursors(shared, cursors.dropIdle(performance.now())).catch(() => {});
  }, 60_000);
  sweep.unref();

  const port = await listen(server, options.port);
  return {
    port,
    close: async () => {
      clearInterval(sweep);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
      pool.end();
    },
  };
};
