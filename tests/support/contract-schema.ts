import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

const CONTRACT = new URL('../../schema/', import.meta.url);

/** The contract as its files say it, without the program that answers it. */
export function contractSchema(): GraphQLSchema {
  const files = readdirSync(CONTRACT).filter((name) => name.endsWith('.graphql'));
  return buildSchema(files.map((name) => readFileSync(new URL(name, CONTRACT), 'utf8')).join('\n'));
}
