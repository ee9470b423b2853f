import { error } from '@sveltejs/kit';
import { loadDraft } from '#lib/register/load-draft.ts';
import { saveStep } from '#lib/register/save-step.ts';
import { isStep, type Step } from '#lib/register/steps.ts';
import type { Actions, PageServerLoad } from './$types';

/** Photos and the last look have pages of their own. */
type FieldStep = Exclude<Step, 'photo' | 'check'>;

function fieldStep(name: string): FieldStep {
  if (isStep(name) && name !== 'photo' && name !== 'check') return name;
  error(404, 'There is no such step.');
}

export const load: PageServerLoad = async (event) => ({
  step: fieldStep(event.params.step),
  ...(await loadDraft(event, event.params.id)),
});

export const actions: Actions = {
  default: (event) => saveStep(event, event.params.id, fieldStep(event.params.step)),
};
