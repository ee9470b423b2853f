import type { Component } from 'svelte';
import type { Step } from './steps.ts';
import ContactStep from './steps/ContactStep.svelte';
import CostStep from './steps/CostStep.svelte';
import FeaturesStep from './steps/FeaturesStep.svelte';
import type { StepProps } from './steps/step-props.ts';
import WhatStep from './steps/WhatStep.svelte';
import WhenStep from './steps/WhenStep.svelte';
import WhereStep from './steps/WhereStep.svelte';
import WhoStep from './steps/WhoStep.svelte';

/** The fields of each step. */
export const STEP_VIEW: Record<Exclude<Step, 'photo' | 'check'>, Component<StepProps>> = {
  what: WhatStep,
  where: WhereStep,
  who: WhoStep,
  when: WhenStep,
  cost: CostStep,
  features: FeaturesStep,
  contact: ContactStep,
};
