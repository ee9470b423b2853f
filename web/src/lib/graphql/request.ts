import { error } from '@sveltejs/kit';
import type { TypedDocumentString } from './gen/graphql.ts';
import { ACCEPT_LANGUAGE } from '../i18n/voice.ts';
import type { Voice } from '../i18n/voice.ts';

interface Answer<Result> {
  data?: Result | null;
  errors?: { message: string }[];
}

/**
 * Asks the API in a voice. Throws Kit's 503 where it cannot be reached, and 502 where it answers with an error:
 * both lead to the friendly error page.
 */
export async function request<Result, Variables>(
  fetch: typeof globalThis.fetch,
  voice: Voice,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await post(fetch, voice, JSON.stringify({ query: String(document), variables }), signal);
  const answer = (await response.json().catch(() => null)) as Answer<Result> | null;
  if (answer?.data && !answer.errors?.length) return answer.data;
  error(502, answer?.errors?.[0]?.message ?? `The API answered with status ${response.status}.`);
}

async function post(
  fetch: typeof globalThis.fetch,
  voice: Voice,
  body: string,
  signal?: AbortSignal,
): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'accept-language': ACCEPT_LANGUAGE[voice] };
  try {
    return await fetch('/graphql', { method: 'POST', headers, body, signal: signal ?? null });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    error(503, 'The API cannot be reached.');
  }
}
