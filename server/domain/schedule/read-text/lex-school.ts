import type { LexRule } from './lex-rule.ts';

/** 「平日12:30~18:30、休業日・土曜8:30~18:30」: of the school, where hours follow and Saturdays stand beside it. */
export const SCHOOL_BREAK_RULES: LexRule[] = [
  {
    pattern:
      /休業日(?=(?:・|、|と)土(?:曜日?)? ?:?(?:は|の)? ?[0-9])|(?<=土(?:曜日?)?(?:・|、|と))休業日(?=(?:は|の)? ?:? ?[0-9])/y,
    read: () => ({ kind: 'school', when: 'ONLY', months: [] }),
  },
  // 土曜日及び休校日
  {
    pattern: /(?<=[月火水木金土日]曜?日?(?:・|、|と|や|及び))休校日/y,
    read: () => ({ kind: 'school', when: 'ONLY', months: [] }),
  },
];

/** School holidays and days of school. */
export const SCHOOL_RULES: LexRule[] = [
  // 夏休み・冬休み・春休みなど学校が休みの日
  {
    pattern: /(?:[春夏秋冬]休み(?:・|、|や|と)?){0,4}(?:など)?(?:の)?学校が(?:お?休み|休業)の(?:日|とき|期間)(?:中)?/y,
    read: () => ({ kind: 'school', when: 'ONLY', months: [] }),
  },
  {
    pattern: /夏休み(?:期間中|期間|中)?|夏[季期]休(?:業|暇)日?(?:期間)?(?:中)?/y,
    read: () => ({ kind: 'school', when: 'ONLY', months: [7, 8, 9] }),
  },
  {
    pattern: /冬休み(?:期間中|期間|中)?|冬[季期]休(?:業|暇)日?(?:期間)?(?:中)?/y,
    read: () => ({ kind: 'school', when: 'ONLY', months: [12, 1] }),
  },
  {
    pattern: /春休み(?:期間中|期間|中)?|春[季期]休(?:業|暇)日?(?:期間)?(?:中)?/y,
    read: () => ({ kind: 'school', when: 'ONLY', months: [3, 4] }),
  },
  {
    // 春季・夏季・冬季・学年末休業日
    pattern:
      /(?:[春夏秋冬][季期]?(?:・|、|と|や))+[春夏秋冬][季期]?(?:休み|休業日?|休暇)(?:期間)?(?:中)?|(?:春季|夏季|冬季|春期|夏期|冬期|学年末|学期末)(?:(?:・|、|及び)(?:春季|夏季|冬季|春期|夏期|冬期|学年末|学期末))+(?:休業日?|休園日|休み|休暇)/y,
    read: () => ({ kind: 'school', when: 'ONLY', months: [] }),
  },
  {
    pattern:
      /(?:学校の?|市立小の?|小学校の?|小中学校の?)?(?:長期休(?:み|暇|業)(?:日(?!曜))?|長いお?休み(?:の間)?)(?:期間)?(?:中)?|(?:小|中|小中)?学校(?:の(?!み|ぞ))?休(?:業日?|み|校日)(?:の日)?(?:中)?|学校がない日|休校日/y,
    read: () => ({ kind: 'school', when: 'ONLY', months: [] }),
  },
  {
    pattern:
      /学期(?:期間)?中|学校(?:の|が)?(?:ある|開校)(?:日(?:の(?=平日))?|(?=平日))|学校開校日|登校日|(?:大学の?)?授業(?:期間|のある日|日)(?:中)?/y,
    read: () => ({ kind: 'school', when: 'NEVER', months: [] }),
  },
];
