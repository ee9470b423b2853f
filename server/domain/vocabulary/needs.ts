import type { Term } from './term.ts';

/** What somebody needs, in their own words, and what answers it: a kind or an activity of these. */
export interface Need extends Term {
  kinds: string[];
  activities: string[];
  /** Help lines stand beside it, and it enters no history. */
  consultation: boolean;
  /** Features that decide whether somebody with this need can go at all: shown and offered as filters first. */
  features: string[];
}

function need(
  code: string,
  [ja, easyJa, en, icon]: [string, string, string, string],
  kinds: string[],
  activities: string[],
  consultation = false,
  features: string[] = [],
): Need {
  return { code, ja, easyJa, en, icon, kinds, activities, consultation, features };
}

/** In the order in which they are offered: a child's words first, then a parent's. Every kind is reachable from one. */
export const NEEDS: Need[] = [
  need(
    'eat',
    ['ごはんを食べたい', 'ごはんを たべたい', 'I want to eat', 'rice-bowl'],
    ['childrens-cafeteria'],
    ['meal', 'take-away-meal', 'food-pantry'],
  ),
  need(
    'play',
    ['あそびたい', 'あそびたい', 'I want to play', 'ball'],
    ['children-center'],
    ['play-indoors', 'play-outdoors', 'sports', 'crafts', 'music-and-dance', 'computers-and-games', 'nature', 'event'],
  ),
  need(
    'not-alone',
    ['ひとりでいたくない', 'ひとりで いたくない', "I don't want to be alone", 'speech'],
    ['children-center', 'third-place', 'childrens-cafeteria', 'community-resource'],
    ['talk'],
  ),
  need('study', ['勉強したい', 'べんきょう したい', 'I want to study', 'pencil'], [], ['study', 'reading', 'class']),
  need(
    'listen',
    ['話を聞いてほしい', 'はなしを きいて ほしい', 'I want someone to listen', 'ear'],
    // Where a child is listened to: the advice that nurseries and plazas give is for parents (parenting-advice).
    ['children-center', 'third-place', 'school-consultation', 'family-center', 'child-guidance-center'],
    [],
    true,
  ),
  need(
    'school-is-hard',
    ['学校に行きづらい', 'がっこうに いきづらい', 'School is hard for me', 'sun'],
    ['third-place', 'school-consultation'],
    [],
    true,
    ['open-in-school-hours', 'no-name-needed', 'no-guardian-contact', 'school-not-told', 'quiet-corner'],
  ),
  need(
    'after-school',
    ['放課後を過ごしたい', 'がっこうの あとに いる ところ', 'Somewhere after school', 'backpack'],
    ['after-school-club', 'children-center', 'third-place', 'community-resource'],
    [],
  ),
  need(
    'with-baby',
    ['赤ちゃんと出かけたい', 'あかちゃんと でかけたい', 'Out with my baby', 'stroller'],
    ['parent-child-plaza'],
    ['parent-child-play', 'baby-check'],
  ),
  need(
    'meet-parents',
    ['親どうしで話したい', 'おやどうしで はなしたい', 'Meet other parents', 'cups'],
    ['parent-child-plaza'],
    ['parents-meet'],
  ),
  need(
    'drop-off',
    ['少し預けたい', 'すこし あずけたい', 'Leave my child for a while', 'clock'],
    ['temporary-care', 'open-nursery', 'sick-child-care', 'short-stay'],
    ['drop-off-care', 'overnight-care'],
  ),
  need(
    'enrol',
    ['通う園をさがしたい', 'かよう えんを さがす', 'Find a nursery or kindergarten', 'bear'],
    ['nursery', 'certified-childrens-garden', 'kindergarten', 'open-nursery'],
    [],
  ),
  need(
    'pregnant',
    ['妊娠中に頼りたい', 'おなかに あかちゃんが いる', 'I am pregnant', 'sprout'],
    ['perinatal-support', 'family-center', 'medical'],
    [],
    true,
  ),
  need(
    'after-birth',
    ['産後がつらい', 'うまれた あとが つらい', 'Hard times after birth', 'heart'],
    ['postnatal-care', 'perinatal-support', 'newborn-visit'],
    ['care-after-birth'],
    true,
  ),
  need(
    'help-at-home',
    ['家事を手伝ってほしい', 'いえの ことを てつだって ほしい', 'Help at home', 'broom'],
    ['home-visit', 'parenting-visit'],
    ['help-at-home'],
  ),
  need(
    'development',
    ['発達が心配', 'そだちが しんぱい', "Worried about my child's development", 'sunflower'],
    ['disability-support', 'family-center'],
    ['developmental-support'],
    true,
  ),
  need(
    'parenting-advice',
    ['子育てを相談したい', 'こそだての そうだん', 'Advice on parenting', 'signpost'],
    ['consultation-office', 'user-support', 'family-center', 'parenting-visit', 'parent-child-plaza'],
    ['consultation'],
    true,
  ),
  need(
    'ill',
    ['体の具合を診てほしい', 'からだの ぐあいが わるい', 'I need a doctor', 'cross'],
    ['medical', 'sick-child-care'],
    ['medical'],
  ),
];

/** Need by code. */
export const NEED_BY_CODE = new Map(NEEDS.map((entry) => [entry.code, entry]));
