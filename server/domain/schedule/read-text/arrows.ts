import { CLOCK } from './clock.ts';

const DAY = '[月火水木金土日](?:曜日?)?';
const WEEKS = '第 ?[1-5一二三四五](?:[・、]第?[1-5一二三四五])*';
/** One day, not a list of them: 「月→金」 is said of a week's days too. */
const DAYS = `(?:毎[週月]の?)?(?:${WEEKS}(?:の?${DAY})?|[月火水木金土日]曜日?)(?![一-龠])`;
const SPAN = `${CLOCK} ?[~〜～-] ?${CLOCK}`;
const BOTH = [`${DAYS}(?: ?${SPAN})?`, SPAN];
const DONE =
  '(?=[^。\\n0-9曜]{0,6}(?:変更(?:に|と)?(?:しました|なりました|した|済)|変わりました|移りました|なりました))';
const eachSide = (pattern: (side: string) => string) => new RegExp(BOTH.map(pattern).join('|'), 'g');
const BECAME = eachSide((side) => `${side} ?[→⇒] ?(?=${side}${DONE})`);
const ARROW = eachSide((side) => `(?<=${side}) ?[→⇒] ?(?=${side})`);

/** Between days or spans of hours: from the one to the other, but when is not said. */
export const TURNS = '⟶';
/** Before what has become of the days or hours that stood left of the arrow. */
export const TURNED = '⇝';

/** 「第1水曜日→第2金曜日に変更しました」 is `TURNED` 「第2金曜日に変更しました」; an arrow without such a word stays, as `TURNS`. */
export const readArrows = (text: string): string => text.replace(BECAME, TURNED).replace(ARROW, TURNS);
