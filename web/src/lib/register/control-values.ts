import type { PlaceInput } from '../graphql/gen/graphql.ts';
import type { Values } from './values.ts';
import { valuesOfInput } from './values.ts';

/** What the controls of all steps show of an input: its own fields, and the choices that stand for several of them. */
export function controlValues(input: PlaceInput): Values {
  return {
    ...valuesOfInput(input),
    ...yesNo('childAlone', input.childAlone),
    ...yesNo('fee.freeForChildren', input.fee?.freeForChildren),
    ...tick('addressHidden', input.addressHidden),
    ...tick('phonesHidden', input.phonesHidden),
    ...tick('schedule.acceptUnread', input.schedule?.acceptUnread),
    ...tick('hasText', input.schedule?.text),
    door: [hasNoDoor(input) ? 'no' : 'yes'],
    way: [input.schedule?.rules ? 'grid' : 'text'],
    whoAges: [input.ages ? (input.ages.length === 0 ? 'any' : 'range') : ''],
    ...deadline(input.booking?.deadlineMinutes),
  };
}

const yesNo = (name: string, value: boolean | null | undefined): Values => ({
  [name]: [value === true ? 'yes' : value === false ? 'no' : ''],
});

const tick = (name: string, value: unknown): Values => ({ [name]: value ? ['1'] : [] });

const hasNoDoor = ({ serviceArea, address }: PlaceInput): boolean => (serviceArea?.length ?? 0) > 0 && !address;

function deadline(minutes: number | null | undefined): Values {
  if (minutes === null || minutes === undefined) return {};
  const isDays = minutes > 0 && minutes % 1440 === 0;
  return { 'deadline.amount': [String(minutes / (isDays ? 1440 : 60))], 'deadline.unit': [isDays ? 'days' : 'hours'] };
}
