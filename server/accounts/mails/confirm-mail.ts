import type { Voice } from '../../domain/voice.ts';
import type { Mail } from '../mail.ts';
import { mail } from './mail.ts';

export interface ShownPlace {
  name: string;
  /** What is shown of it, a line each. */
  shown: string[];
  editLink: string;
}

export interface ConfirmMail {
  to: string;
  voice: Voice;
  /** Where one says of each place that it is right. */
  link: string;
  /** One or more. */
  places: ShownPlace[];
}

/** Asks, every 90 days, whether what is shown is still right: one mail for all places of who keeps them. */
export function confirmMail({ to, voice, link, places }: ConfirmMail): Mail {
  const [first, ...others] = places;
  const name = first?.name ?? '';
  const count = places.length;
  const isOne = others.length === 0;
  return mail(to, voice, {
    ja: {
      subject: isOne ? `「${name}」の情報は、いまも合っていますか` : `${count} か所の情報は、いまも合っていますか`,
      lines: [
        isOne ? `いばしょに、「${name}」をこう載せています。` : `いばしょに、${count} か所をこう載せています。`,
        ...places.flatMap((place) => shownLines(place, isOne, 'ちがうところは、ここから直せます。')),
        '',
        isOne
          ? 'すべて合っていれば、このリンクを開いて「合っています」を押してください。'
          : 'すべて合っていれば、このリンクを開いて「ぜんぶ合っています」を押してください。1 か所ずつも選べます。',
        link,
      ],
    },
    easyJa: {
      subject: isOne ? `「${name}」は いまも あって いますか` : `${count}この ばしょは いまも あって いますか`,
      lines: [
        isOne
          ? `いばしょに、「${name}」を こう のせて います。`
          : `いばしょに、${count}この ばしょを こう のせて います。`,
        ...places.flatMap((place) => shownLines(place, isOne, 'ちがう ところは、ここで なおせます。')),
        '',
        isOne
          ? 'ぜんぶ あって いれば、この リンクを ひらいて、「あって います」を おして ください。'
          : 'ぜんぶ あって いれば、この リンクを ひらいて、「ぜんぶ あって います」を おして ください。',
        link,
      ],
    },
    en: {
      subject: isOne ? `Is “${name}” still right?` : `Are your ${count} places still right?`,
      lines: [
        isOne ? `This is what Ibasho shows of “${name}”:` : `This is what Ibasho shows of your ${count} places:`,
        ...places.flatMap((place) => shownLines(place, isOne, 'If something is wrong, mend it here:')),
        '',
        isOne
          ? 'If all of it is right, open this link and press “All still right”:'
          : 'If all of it is right, open this link and press “All of them are right”; or say so of each:',
        link,
      ],
    },
  });
}

function shownLines({ name, shown, editLink }: ShownPlace, isOne: boolean, mend: string): string[] {
  return ['', ...(isOne ? [] : [`■ ${name}`]), ...shown.map((line) => `  ${line}`), '', `  ${mend}`, `  ${editLink}`];
}
