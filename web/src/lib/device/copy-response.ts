/** A page as it is kept to be read without a network: a response that says when and for what it was kept. */

const KEPT_AT = 'x-kept-at';
const STAMP = 'x-kept-stamp';
/** After this a copy is fetched again, when there is a network. */
const FRESH_MS = 12 * 3_600_000;
/** The nonces in a document belong to its own policy. */
const HEADERS = ['content-type', 'content-security-policy', 'referrer-policy', 'permissions-policy'];

/** The copy of a page, marked with the moment (epoch milliseconds) so that it never passes for the state of now. */
export async function asCopy(page: Response, stamp: string, now: number): Promise<Response> {
  const html = (await page.text()).replace('<html ', `<html data-kept="${new Date(now).toISOString()}" `);
  const headers = new Headers({ [KEPT_AT]: String(now), [STAMP]: stamp });
  for (const name of HEADERS) {
    const value = page.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(html, { headers });
}

/** Whether a copy is of this stamp and not old. */
export function isFresh(copy: Response | undefined, stamp: string, now: number): boolean {
  return copy?.headers.get(STAMP) === stamp && now - Number(copy.headers.get(KEPT_AT)) < FRESH_MS;
}
