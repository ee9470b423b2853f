import { describe, expect, test } from 'vitest';
import { addressKey, foldAddress, foldName, isHiddenAddress } from '../../server/domain/address.ts';

describe('addresses for comparing', () => {
  test.each([
    ['子安町四丁目31ｰ1', '子安町4丁目31-1'],
    ['霞ヶ関３－１', '霞ケ関3-1'],
    ['大槻町字宮ノ前78', '大槻町宮の前78'],
    ['東京都 千代田区　丸の内', '東京都千代田区丸ノ内'],
    ['龍ヶ澤二十四番', '竜が沢24番'],
    ['代々木', '代代木'],
    ['珠洲0768‐84', '珠洲0768-84'],
  ])('%s is %s', (one, other) => {
    expect(foldAddress(one)).toBe(foldAddress(other));
  });

  test('different blocks stay different', () => {
    expect(foldAddress('本町1-2')).not.toBe(foldAddress('本町12'));
  });

  test('the identity key does not see how a number is written', () => {
    expect(addressKey('貫井南町4丁目14番14号')).toBe('貫井南町4-14-14');
    expect(addressKey('貫井南町４－１４－１４')).toBe('貫井南町4-14-14');
  });

  test('a long vowel inside a word is no hyphen', () => {
    expect(foldAddress('コープ調布')).toBe('コープ調布');
    expect(foldAddress('センター31ー1')).toBe('センター31-1');
  });
});

test('names are compared without width, case, spaces and punctuation', () => {
  expect(foldName('こども食堂　「みんなの・家」')).toBe(foldName('こども食堂みんなの家'));
  expect(foldName('ＮＰＯ法人ABC')).toBe(foldName('npo法人ａｂｃ'));
});

test('an address that is deliberately not published is known as such', () => {
  expect(isHiddenAddress('非公開')).toBe(true);
  expect(isHiddenAddress('※以下未公開')).toBe(true);
  expect(isHiddenAddress('東京都文京区')).toBe(false);
});
