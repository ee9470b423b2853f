import { ExportQuery } from '#lib/account/account-queries.ts';
import { ask, signedIn } from '#lib/server/ask.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept about the account, as a file. */
export const GET: RequestHandler = async (event) => {
  const { viewer } = await ask(event, ExportQuery, {});
  return new Response(signedIn(viewer, event.url).export, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="ibasho-account.json"',
      'cache-control': 'private, no-store',
    },
  });
};
