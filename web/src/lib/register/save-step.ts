import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { needsSignIn, pathOf, type UserError } from '../account/form/user-errors.ts';
import { loadWords } from '../account/people-words.ts';
import type { PlaceInput } from '../graphql/gen/graphql.ts';
import { ask } from '../server/ask.ts';
import { SavePlace } from './draft-queries.ts';
import { LocateAddress } from './reading-queries.ts';
import type { Conflict } from './edited-place.ts';
import { formReader, type FormReader } from './form-reader.ts';
import { READ_STEP } from './read-steps.ts';
import { type Step, stepAfter } from './steps.ts';
import { one, type Values, valuesOfForm } from './values.ts';

/** What a step is shown again with: nothing of what was typed is lost. */
export interface StepAnswer {
  values: Values;
  userErrors: UserError[];
  conflict: Conflict | null;
  mustSignIn: boolean;
  /** Upon which version to save next; null where nothing was kept. */
  version: number | null;
}

/** Keeps one step of a draft, then leads to the next one, or shows it again with what is to be mended. */
export async function saveStep(event: RequestEvent, id: string, step: Exclude<Step, 'photo' | 'check'>) {
  const values = valuesOfForm(await event.request.formData());
  const words = (await loadWords(event.locals.voice)).register;
  const read = formReader(values, words);
  const place = READ_STEP[step](read);
  if (step === 'where') await readServiceArea(event, read, place, words.unknownTown);
  const version = one(values, 'version');
  const stamps = { revision: Number(one(values, 'revision')), version: version === '' ? null : Number(version) };
  const { savePlace } = await ask(event, SavePlace, { input: { id, ...stamps, place } });
  const userErrors = [...read.problems, ...savePlace.userErrors.filter((error) => isOf(error, place))];
  const answer: StepAnswer = {
    values,
    userErrors,
    conflict: savePlace.conflict ?? null,
    mustSignIn: needsSignIn(savePlace.userErrors),
    version: savePlace.myPlace?.draft?.version ?? null,
  };
  if (answer.mustSignIn) return fail(401, answer);
  if (answer.conflict) return fail(409, answer);
  if (userErrors.length > 0) return fail(422, answer);
  if (one(values, 'intent') === 'stay') return { ...answer, values: null };
  redirect(303, `/register/${id}/${stepAfter(step)}`);
}

/** Errors about the fields of this step, and those about none. */
function isOf(error: UserError, place: PlaceInput): boolean {
  const field = pathOf(error).split('.')[0] ?? '';
  return error.path[0] !== 'place' || field in place;
}

/** Names of towns become their codes, as far as the gazetteer knows them. */
async function readServiceArea(
  event: RequestEvent,
  read: FormReader,
  place: PlaceInput,
  unknown: (name: string) => string,
): Promise<void> {
  if (read.choice('door', ['yes', 'no']) !== 'no') return;
  const names = (read.text('serviceArea') ?? '').split(/[、,，\s]+/).filter((name) => name !== '');
  const found = await Promise.all(names.map((address) => ask(event, LocateAddress, { address, municipality: null })));
  const codes = found.map(({ locateAddress }) => locateAddress?.municipality.code);
  names.forEach((name, index) => codes[index] === undefined && read.add('serviceArea', unknown(name)));
  place.serviceArea = codes.filter((code) => code !== undefined);
}
