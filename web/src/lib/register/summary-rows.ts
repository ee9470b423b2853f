import type { Messages } from '../i18n/ja.ts';
import type { EditedPlace } from './edited-place.ts';
import { proposalText } from './proposal-text.ts';
import type { Step } from './steps.ts';
import type { RegisterWords } from './words/ja.ts';

type Label = (list: 'kinds' | 'activities' | 'features', code: string) => string;
export interface SummaryRow {
  step: Exclude<Step, 'photo' | 'check'>;
  texts: string[];
}

/** What a place says, step by step, in the reader's words: to be checked before it is sent. */
export function summaryRows(place: EditedPlace, t: Messages, words: RegisterWords, label: Label): SummaryRow[] {
  const joined = (texts: string[]) => (texts.length > 0 ? [texts.join(t.facts.join)] : []);
  const given = (text: string | null | undefined) => (text ? [text] : []);
  const { contact, schedule } = place;
  return [
    {
      step: 'what',
      texts: [
        ...joined(place.kinds.map((code) => label('kinds', code))),
        ...given(place.operator),
        ...given(place.description),
      ],
    },
    { step: 'where', texts: where(place, words) },
    { step: 'who', texts: who(place, t) },
    { step: 'when', texts: schedule.lines.length > 0 ? schedule.lines : given(schedule.source) },
    { step: 'cost', texts: cost(place, t) },
    {
      step: 'features',
      texts: [
        ...joined(place.activities.map((code) => label('activities', code))),
        ...joined(place.features.map((code) => label('features', code))),
      ],
    },
    {
      step: 'contact',
      texts: [
        ...contact.phones.map(({ number, note }) => (note ? `${number} (${note})` : number)),
        ...(place.phonesHidden ? [words.phonesHidden] : []),
        ...contact.emails.map(({ address }) => address),
        ...given(contact.url),
      ],
    },
  ];
}

function where({ address, addressHidden, municipality, serves }: EditedPlace, words: RegisterWords): string[] {
  const towns = serves.map(({ name }) => name).join('、');
  const area = towns ? [`${words.serviceArea}: ${towns}`] : [];
  const town = municipality ? [municipality.prefecture.name + municipality.name] : area;
  const line = address ? [[address.text, address.building].filter(Boolean).join(' ')] : town;
  return addressHidden ? [...line, words.addressHidden] : line;
}

/** What is usual for the kind is nothing that the operator said. */
function who({ ages, childAlone, eligibility, conditions }: EditedPlace, t: Messages): string[] {
  const bands = (ages?.stated ? ages.bands : []).map(({ from, until }) => ({
    fromMonths: from?.months ?? null,
    untilMonths: until?.months ?? null,
  }));
  return [
    ...(bands.length > 0 ? [proposalText({ field: 'ages', json: JSON.stringify(bands) }, t)] : []),
    ...(childAlone?.stated ? [childAlone.value ? t.place.alone : t.place.notAlone] : []),
    ...(eligibility ? [t.place.eligibility[eligibility.who]] : []),
    ...(conditions ? [conditions] : []),
  ];
}

function cost({ fee, access, booking }: EditedPlace, t: Messages): string[] {
  const price = fee?.stated ? proposalText({ field: 'fee', json: JSON.stringify(fee) }, t) : '—';
  return [
    ...(price === '—' ? [] : [price]),
    ...(fee?.note ? [fee.note] : []),
    ...(access?.stated ? [t.place.access[access.value]] : []),
    ...(booking?.stated ? [t.place.bookingNeed[booking.need]] : []),
  ];
}
