import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/**
 * Whether a host hands a file out: it answers a HEAD request for it with success within the time, redirects counted as
 * success. Goes through the proxy that the environment names (the keeper runs with --use-env-proxy).
 */
export const answers = (url: string, milliseconds: number): Promise<boolean> =>
  new Promise((resolve) => {
    const request = url.startsWith('https:') ? requestHttps : requestHttp;
    const sent = request(url, { method: 'HEAD', agent: undefined }, (response) => {
      response.resume();
      done((response.statusCode ?? 500) < 400);
    });
    // One limit for all of it: a name that does not resolve, a handshake that hangs, an answer that never comes.
    const limit = setTimeout(() => done(false), milliseconds);
    const done = (result: boolean): void => {
      clearTimeout(limit);
      sent.destroy();
      resolve(result);
    };
    sent.on('error', () => done(false));
    sent.end();
  });
