import { describe, expect, test } from 'vitest';
import { ACTIVITY_CODES } from '../../server/domain/vocabulary/activities.ts';
import { KINDS } from '../../server/domain/vocabulary/kinds.ts';
import { NEEDS } from '../../server/domain/vocabulary/needs.ts';

const answers = (kind: string, activities: string[]) =>
  NEEDS.filter((need) => need.kinds.includes(kind) || activities.some((one) => need.activities.includes(one))).map(
    ({ code }) => code,
  );

describe('needs', () => {
  test('name kinds and activities that there are', () => {
    const kinds = KINDS.map(({ code }) => code);
    for (const need of NEEDS) {
      expect(kinds).toEqual(expect.arrayContaining(need.kinds));
      expect([...ACTIVITY_CODES]).toEqual(expect.arrayContaining(need.activities));
    }
  });

  test.each(KINDS.map(({ code, activities }) => [code, activities] as const))('lead to %s', (code, activities) => {
    expect(answers(code, activities)).not.toEqual([]);
  });

  test('a child who wants to be listened to is not sent to where only parents get advice', () => {
    for (const kind of ['nursery', 'parent-child-plaza', 'kindergarten', 'user-support']) {
      expect(answers(kind, ['consultation'])).not.toContain('listen');
      expect(answers(kind, ['consultation'])).toContain('parenting-advice');
    }
    const alone = KINDS.filter(({ code }) => answers(code, []).includes('listen')).map(({ childAlone }) => childAlone);
    expect(alone).not.toContain(false);
  });
});
