/**
 * Kinds by what they are to a child, six groups: each has a colour and a shape of its own, so that a mark is told apart
 * without seeing colours. The icon of the kind stands inside.
 */
export type KindGroup = 'play' | 'eat' | 'family' | 'care' | 'talk' | 'support';

const GROUP_OF_KIND: Record<string, KindGroup> = {
  'children-center': 'play',
  'third-place': 'play',
  'community-resource': 'play',
  'after-school-club': 'play',
  'childrens-cafeteria': 'eat',
  'parent-child-plaza': 'family',
  'perinatal-support': 'family',
  'postnatal-care': 'family',
  'newborn-visit': 'family',
  nursery: 'care',
  'certified-childrens-garden': 'care',
  kindergarten: 'care',
  'open-nursery': 'care',
  'temporary-care': 'care',
  'sick-child-care': 'care',
  'short-stay': 'care',
  'consultation-office': 'talk',
  'family-center': 'talk',
  'child-guidance-center': 'talk',
  'school-consultation': 'talk',
  'user-support': 'talk',
  'parenting-visit': 'talk',
  'home-visit': 'support',
  'disability-support': 'support',
  medical: 'support',
};

/** Group of a place by its first kind; a kind that a municipality has added counts as play. */
export function groupOf(kinds: string[]): KindGroup {
  return GROUP_OF_KIND[kinds[0] ?? ''] ?? 'play';
}

/** Outlines in a square of 40: a path each, used by the list's mark and by the map's pins. */
export const GROUP_SHAPES: Record<KindGroup, string> = {
  play: 'M20 2a18 18 0 1 1 0 36 18 18 0 0 1 0-36z',
  eat: 'M10 3h20a7 7 0 0 1 7 7v20a7 7 0 0 1-7 7H10a7 7 0 0 1-7-7V10a7 7 0 0 1 7-7z',
  family:
    'M20 38C9 29.5 2 23.5 2 14.8 2 8.5 6.8 4 12.3 4c3.1 0 6 1.5 7.7 4 1.7-2.5 4.6-4 7.7-4C33.2 4 38 8.5 38 14.8 38 23.5 31 29.5 20 38z',
  care: 'M18 2.700a3.4 3.4 0 0 1 4 0l13.6 10.600A3.7 3.7 0 0 1 37 16.200V33a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V16.200a3.7 3.7 0 0 1 1.4-2.900z',
  talk: 'M9 3h22a6 6 0 0 1 6 6v17a6 6 0 0 1-6 6H20l-8.5 6.200c-.7.5-1.5 0-1.5-.8V32H9a6 6 0 0 1-6-6V9a6 6 0 0 1 6-6z',
  support: 'M12.8 2.500h14.400L37.5 12.800v14.400L27.2 37.500H12.800L2.5 27.200V12.800z',
};

/** Where an icon of 20 stands inside the outline, from the top: the outlines are not all heaviest in the middle. */
export const ICON_TOP: Record<KindGroup, number> = { play: 10, eat: 10, family: 8, care: 13, talk: 8, support: 10 };

/** Colours of the groups, dark enough for white icons (at least 4.5 to 1). */
export const GROUP_COLOURS: Record<KindGroup, string> = {
  play: '#2b7a3f',
  eat: '#b8460e',
  family: '#b93468',
  care: '#2563a8',
  talk: '#6d46ad',
  support: '#0b7285',
};
