import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { parseLocalDate } from '../domain/schedule/calendar-day.ts';

const TOKYO_OFFSET_MS = 9 * 3_600_000;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})$/;

function scalar<T>(
  name: string,
  says: string,
  parse: (text: string) => T | null,
  serialize: (value: unknown) => string,
) {
  const parseValue = (value: unknown): T => {
    const parsed = typeof value === 'string' ? parse(value) : null;
    if (parsed === null) throw new GraphQLError(`${name} must be ${says}, got ${JSON.stringify(value)}.`);
    return parsed;
  };
  return new GraphQLScalarType<T, string>({
    name,
    serialize,
    parseValue,
    parseLiteral: (node: ValueNode) => parseValue(node.kind === Kind.STRING ? node.value : null),
  });
}

function parseInstant(text: string): Date | null {
  if (!RFC_3339.test(text) || parseLocalDate(text.slice(0, 10)) === null) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** RFC 3339 in Japan's offset: what people of the directory read without counting. */
export function inTokyo(value: unknown): string {
  const instant = value instanceof Date ? value.getTime() : Number(value);
  return new Date(instant + TOKYO_OFFSET_MS).toISOString().replace(/\.000Z$|Z$/, '+09:00');
}

export const DateTime = scalar('DateTime', 'an instant such as 2026-11-24T15:00:00+09:00', parseInstant, inTokyo);

export const LocalDate = scalar(
  'LocalDate',
  'an existing day such as 2026-11-24',
  (text) => (parseLocalDate(text) === null ? null : text),
  String,
);

export const LocalTime = scalar(
  'LocalTime',
  'a time of day from 00:00 to 24:00',
  (text) => (/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text) ? text : null),
  String,
);
