import type { UserError } from '../../account/form/user-errors.ts';
import type { EditedPlace } from '../edited-place.ts';
import type { Values } from '../values.ts';

/** What each step of the form is given. */
export interface StepProps {
  values: Values;
  errors: UserError[];
  /** The place as it would be with everything that was saved. */
  place: EditedPlace | null;
  /** Day in Japan, `2026-11-24`. */
  today: string;
}
