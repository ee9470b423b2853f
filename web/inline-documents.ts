import { stripIgnoredCharacters } from 'graphql';
import type { Plugin } from 'vite';

const CALL = /\bgraphql\(`\s*(?:query|mutation|fragment)\s+(\w+)[^`]*`\)/g;
const IMPORT = /import \{ graphql \} from '[^']*\/gen\/index\.ts';/;
const DOCUMENTS = new URL('./src/lib/graphql/gen/graphql.ts', import.meta.url).href;

/**
 * Puts the text of each `graphql(…)` where it stands. The generated function looks it up in a table of every operation,
 * those of operators and moderators included, which every page would carry.
 */
export function inlineDocuments(): Plugin {
  let documents: Record<string, unknown> = {};
  return {
    name: 'inline-documents',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      documents = (await import(DOCUMENTS)) as Record<string, unknown>;
    },
    transform(code) {
      if (!IMPORT.test(code)) return null;
      const inlined = code.replace(IMPORT, '').replace(CALL, (_, name: string) => {
        const document = documents[`${name}Document`] ?? documents[`${name}FragmentDoc`];
        if (document === undefined) this.error(`${name} is not generated yet: npm run codegen.`);
        return JSON.stringify(stripIgnoredCharacters(String(document)));
      });
      if (/\bgraphql\(/.test(inlined)) this.error('A document that cannot be read: graphql(`query Name …`).');
      return { code: inlined, map: null };
    },
  };
}
