import { expect } from 'vitest';

export interface Answer<T> {
  data: T;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; argument?: string[] } }[];
}

export interface Asked {
  variables?: Record<string, unknown>;
  headers?: Record<string, string>;
  /** Is shown the answer as it came, with its cookies. */
  onResponse?: (response: Response) => void;
}

/** Posts a query to a server; `data` as it came, `errors` where there are any. Dumps both on a failure of the transport. */
export async function ask<T>(
  url: string,
  query: string,
  { variables, headers, onResponse }: Asked = {},
): Promise<Answer<T>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  onResponse?.(response);
  const body = await response.text();
  expect(response.headers.get('content-type'), `${query}\n${body}`).toContain('json');
  return JSON.parse(body) as Answer<T>;
}

/** As `ask`, for a query that must not fail. */
export async function answer<T>(url: string, query: string, asked?: Asked): Promise<T> {
  const result = await ask<T>(url, query, asked);
  expect(result.errors, `${query}\n${JSON.stringify(result.errors)}`).toBeUndefined();
  return result.data;
}
