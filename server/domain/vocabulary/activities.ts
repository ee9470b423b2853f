import { terms } from './term.ts';

/** What one can do at a place. */
export const ACTIVITIES = terms(`
play-indoors | 室内あそび | へやの なかで あそぶ | Indoor play | blocks
play-outdoors | 外あそび | そとで あそぶ | Outdoor play | tree
sports | 運動・スポーツ | うんどう する | Sports | ball
meal | ごはん | ごはんを たべる | Meals | rice-bowl
take-away-meal | お弁当・テイクアウト | おべんとうを もらう | Take-away meals | lunch-box
food-pantry | 食品配布（フードパントリー） | たべものを もらう | Food pantry | basket
study | 学習支援・自習 | べんきょう する | Study | pencil
reading | 読書・読み聞かせ | ほんを よむ | Reading | book
crafts | 工作・手芸 | つくって あそぶ | Crafts | scissors
music-and-dance | 音楽・ダンス | おんがく・ダンス | Music and dance | note
computers-and-games | パソコン・ゲーム | パソコン・ゲーム | Computers and games | gamepad
cooking | 料理 | りょうりを する | Cooking | pot
nature | 自然・農業体験 | しぜんで あそぶ | Nature | leaf
talk | おしゃべり・交流 | おしゃべり する | Talk | speech
parent-child-play | 親子あそび | おやこで あそぶ | Parent and child play | hands
parents-meet | 保護者の交流 | おやどうしで はなす | Parents meet | cups
baby-check | 身体測定・乳児相談 | あかちゃんを はかる | Baby check | scale
consultation | 相談 | そうだん する | Consultation | ear
class | 教室・講座 | きょうしつ・こうざ | Classes | board
event | 行事・イベント | ぎょうじ・イベント | Events | flag
drop-off-care | 一時預かり | すこし あずける | Drop-off care | clock
overnight-care | 宿泊預かり | とまりで あずける | Overnight care | moon
care-after-birth | 産後ケア | うまれた あとの ケア | Care after birth | heart
help-at-home | 家事・育児の手伝い | いえで てつだって もらう | Help at home | house
developmental-support | 発達支援 | はったつの てだすけ | Developmental support | sprout
medical | 診療・医療 | びょういんで みて もらう | Medical care | cross
`);

/** Codes of activities. */
export const ACTIVITY_CODES = new Set(ACTIVITIES.map((term) => term.code));
