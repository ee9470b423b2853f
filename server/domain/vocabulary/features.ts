import { terms } from './term.ts';

/** What a place has or allows. */
export const FEATURES = terms(`
barrier-free | バリアフリー | だんさが ない | Barrier-free | wheelchair
elevator | エレベーター | エレベーターが ある | Elevator | elevator
multipurpose-toilet | 多目的トイレ | ひろい トイレ | Multipurpose toilet | toilet
nursing-room | 授乳室 | おっぱい・ミルクの へや | Nursing room | bottle
diaper-changing | おむつ替え | おむつを かえられる | Diaper changing | diaper
stroller-in | ベビーカーで入れる | ベビーカーで はいれる | Strollers welcome | stroller
children-toilet | 子ども用トイレ | こどもの トイレ | Children's toilet | toilet
parking | 駐車場 | くるまを とめられる | Parking | car
bicycle-parking | 駐輪場 | じてんしゃを とめられる | Bicycle parking | bicycle
wifi | Wi-Fi | Wi-Fiが ある | Wi-Fi | wifi
power | 電源 | じゅうでん できる | Power outlets | plug
eating-allowed | 飲食できる | たべたり のんだり できる | Eating allowed | cup
quiet-corner | 静かに過ごせる | しずかな ばしょが ある | Quiet corner | quiet
foreign-languages | 外国語対応 | がいこくごで はなせる | Foreign languages | globe
sign-language | 手話対応 | しゅわで はなせる | Sign language | hand
allergy-care | アレルギー対応 | アレルギーに きを つける | Allergy care | allergy
good-in-rain | 雨の日でも | あめの ひも だいじょうぶ | Good in rain | umbrella
open-in-school-hours | 学校の時間も来てよい | がっこうの じかんも きて いい | Welcome in school hours | sun
no-name-needed | 名前を言わなくてよい | なまえを いわなくて いい | No name needed | mask
no-guardian-contact | 保護者に連絡しない | おうちに れんらく しない | Guardians not contacted | lock
school-not-told | 学校に知らせない | がっこうに しらせない | School not told | lock
`);

/** Codes of features. */
export const FEATURE_CODES = new Set(FEATURES.map((term) => term.code));
