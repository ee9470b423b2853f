import type { BrowserSession, UserError } from './browser-session.ts';

/** What a mutation answers with. */
export interface Payload {
  userErrors: UserError[];
  [field: string]: unknown;
}

/** Runs a mutation that takes one input; answers with its payload. */
export async function mutate(browser: BrowserSession, name: string, input: object, fields: string): Promise<Payload> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const data = await browser.answer<Record<string, Payload>>(
    `mutation Run($input: ${type}) { ${name}(input: $input) { ${fields} userErrors { code path message } } }`,
    { input },
  );
  return data[name] ?? { userErrors: [] };
}

/** Codes of what is to be mended. */
export const codes = ({ userErrors }: Payload): string[] => userErrors.map(({ code }) => code);
