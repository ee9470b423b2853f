/** The steps of registering or changing a place, in their order. */
export const STEPS = ['what', 'where', 'who', 'when', 'cost', 'features', 'contact', 'photo', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** Whether a path segment names a step. */
export function isStep(value: string): value is Step {
  return (STEPS as readonly string[]).includes(value);
}

/** The step after this one; the last one stays. */
export function stepAfter(step: Step): Step {
  return STEPS[Math.min(STEPS.indexOf(step) + 1, STEPS.length - 1)] ?? step;
}

/** The fields of `PlaceInput` that stand in each step. */
export const STEP_FIELDS: Record<Step, readonly string[]> = {
  what: ['name', 'kana', 'kinds', 'operator', 'description', 'easyDescription'],
  where: ['address', 'addressHidden', 'municipality', 'location', 'serviceArea'],
  who: ['ages', 'agesText', 'childAlone', 'conditions', 'eligibility', 'capacity'],
  when: ['schedule'],
  cost: ['fee', 'access', 'booking', 'deadline'],
  features: ['activities', 'features'],
  contact: ['contact', 'phonesHidden'],
  photo: ['photos'],
  check: [],
};

/** The step in which a field of the input stands. */
export function stepOf(field: string): Step {
  return STEPS.find((step) => STEP_FIELDS[step].includes(field)) ?? 'what';
}
