import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { MESSAGES, messageOf } from '../../server/accounts/messages.ts';
import { USER_ERROR_CODES } from '../../server/domain/user-error.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe.each(Object.entries(MESSAGES))('the message %s', (_, { ja, easyJa, en }) => {
  test('has the same values in every voice, and no kanji in やさしいにほんご', () => {
    expect(placeholders(easyJa)).toEqual(placeholders(ja));
    expect(placeholders(en)).toEqual(placeholders(ja));
    expect(easyJa).not.toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[\p{Script=Latin}\p{P}\p{N}{} ]+$/u);
  });
});

test('every code of userErrors has a message', () => {
  expect(USER_ERROR_CODES.filter((code) => !(code in MESSAGES))).toEqual([]);
});

test('every message that the code names exists', () => {
  const root = path.resolve(import.meta.dirname, '../../server');
  const sources = ['accounts', 'domain', 'http'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name !== 'messages.ts')
      .map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
  );
  const named = sources.flatMap((text) => [
    ...[...text.matchAll(/(?:refuse|add)\(\s*'[A-Z_]+',\s*\[[^\]]*\],\s*'([A-Z_]+)'/g)].map(([, key]) => key ?? ''),
    ...[...text.matchAll(/say: '([A-Z_]+)'/g)].map(([, key]) => key ?? ''),
  ]);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((key) => !(key in MESSAGES))).toEqual([]);
});

test('values stand where they belong', () => {
  const problem = { code: 'TOO_LONG' as const, path: ['name'], values: { length: 300, most: 100 } };
  expect(messageOf(problem, 'ja')).toBe('100 文字までにしてください（いま 300 文字です）。');
});
