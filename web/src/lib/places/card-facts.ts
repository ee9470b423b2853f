import type { PlaceCardFragment } from '../graphql/gen/graphql.ts';
import type { Messages } from '../i18n/ja.ts';
import type { Vocabulary } from '../shell/vocabulary.ts';
import { wordOf } from '../shell/vocabulary.ts';
import { bandsText } from './ages-text.ts';
import { townText, type Town } from './town-text.ts';

/** A fact of a card: an icon and a few words. */
export interface CardFact {
  icon: string;
  text: string;
}

/**
 * What decides at a glance whether one can go: ages, cost, alone or not, the way in. What is not known is left out.
 * @param deciding features that decide for what was asked: those that the place has stand first.
 */
export function cardFacts(
  place: PlaceCardFragment,
  vocabulary: Vocabulary,
  t: Messages,
  deciding: string[] = [],
): CardFact[] {
  const { ages, fee, childAlone, access } = place;
  const first = deciding.filter((code) => place.features.includes(code));
  const facts: CardFact[] = first.map((code) => {
    const { icon, label } = wordOf(vocabulary.features, code);
    return { icon, text: label };
  });
  if (ages) facts.push({ icon: 'people', text: agesText(ages.bands, vocabulary, t) });
  if (fee?.freeForChildren === true) facts.push({ icon: 'wallet', text: t.facts.freeChildren });
  if (childAlone) facts.push({ icon: 'person', text: childAlone.value ? t.facts.alone : t.facts.notAlone });
  if (access && access.value !== 'DROP_IN') facts.push({ icon: 'ticket', text: t.facts.access[access.value] });
  return facts;
}

/** Ages in words, also where every age may come. */
export function agesText(bands: Parameters<typeof bandsText>[0], vocabulary: Vocabulary, t: Messages): string {
  const stageLabel = (stage: string) => vocabulary.lifeStages.find((term) => term.stage === stage)?.label ?? stage;
  return bandsText(bands, stageLabel, t) || t.facts.anyAge;
}

interface Whereabouts {
  addressHidden: boolean;
  municipality?: Town | null;
  access?: { value: string } | null;
  address?: { text: string } | null;
}

/** Where a place is, as exactly as it is known. */
export function whereText(place: Whereabouts, t: Messages): string {
  const town = place.municipality ? townText(place.municipality, t) : '';
  if (place.addressHidden) return [town, t.card.addressHidden].filter(Boolean).join(' ');
  // Whoever comes to the house has an office, which is no place to go to.
  if (place.access?.value === 'VISITS') return town;
  return place.address ? t.card.address(place.address.text, town) : town;
}
