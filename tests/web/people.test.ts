import { describe, expect, it } from 'vitest';
import { deedText } from '../../web/src/lib/account/deed-text.ts';
import { openReviews } from '../../web/src/lib/account/open-reviews.ts';
import { ja } from '../../web/src/lib/account/words/ja.ts';
import { feeBands } from '../../web/src/lib/places/fee-bands.ts';

describe('what of reviews still concerns a place', () => {
  const review = (kind: string, state: string) => ({ kind, state });

  it('is the newest of each kind', () => {
    const [claim, edit, older] = [review('CLAIM', 'REFUSED'), review('EDIT', 'WAITING'), review('EDIT', 'ASKED_BACK')];
    expect(openReviews([claim, edit, older])).toEqual([claim, edit]);
  });

  it('is nothing where the newest was approved, whatever was asked back before', () => {
    expect(openReviews([review('REGISTRATION', 'APPROVED'), review('REGISTRATION', 'ASKED_BACK')])).toEqual([]);
  });
});

describe('what the journal says was done', () => {
  it.each([
    ['REGISTER', '載せる申しこみ'],
    ['CLOSED: 大雪: 道が見えない', '休みを知らせた: 大雪: 道が見えない'],
    ['RESTORE 3', '前の内容にもどした'],
    ['ERASE ADDRESS', '人に見せてはいけないものを消した'],
    ['import 131059_kodomosyokudo', 'データを取りこんだ: 131059_kodomosyokudo'],
    ['something else', 'something else'],
    ['', ''],
  ])('%s: %s', (why, said) => {
    expect(deedText(why, ja.my)).toBe(said);
  });
});

describe('the fee of each band', () => {
  it('is not said again where children pay nothing at all', () => {
    const fee = { freeForChildren: true, preschool: null, primary: 0, juniorHigh: 0, highSchool: 100, adult: 0 };
    expect(feeBands(fee)).toEqual([
      { band: 'highSchool', yen: 100 },
      { band: 'adult', yen: 0 },
    ]);
  });

  it('is said, nothing too, where children are not said to be free', () => {
    expect(feeBands({ freeForChildren: null, primary: 0 })).toEqual([{ band: 'primary', yen: 0 }]);
  });
});
