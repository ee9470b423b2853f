import type { RequestEvent } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';
import type { TypedDocumentString } from '../graphql/gen/graphql.ts';
import { request } from '../graphql/request.ts';

/** Asks the API as the visitor, in their voice. Throws as `request` does. */
export function ask<Result, Variables>(
  event: Pick<RequestEvent, 'fetch' | 'locals'>,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return request(event.fetch, event.locals.voice, document, variables);
}

/** What only somebody who is signed in sees. Throws a redirect to the sign-in, which leads back here. */
export function signedIn<T>(value: T | null | undefined, url: URL): T {
  if (value !== null && value !== undefined) return value;
  redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
}

/** A text of a form; empty where there is none, or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** What a link of a mail or a wall carries. A form of the page posts to the page's own address, which has it too. */
export const tokenOf = (url: URL): string => url.searchParams.get('token') ?? '';
