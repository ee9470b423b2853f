import type { Asking } from '../accounts/people.ts';
import { type Problem, Refused } from '../domain/user-error.ts';
import { askingOf, type Context } from './context.ts';

type Answer<Payload> = Payload & { userErrors: Problem[] };
type Run<Input, Payload> = (
  asking: Asking,
  input: Input,
  context: Context,
) => Promise<Partial<Payload> & { userErrors?: Problem[] }>;

/**
 * A mutation: what a use case answers, over what there is when it answers nothing. An expected failure becomes
 * `userErrors`, and what it brings along (a conflict, duplicates) stands beside them. Any other failure is masked.
 */
export function answering<Input, Payload extends object>(nothing: Payload, run: Run<Input, Payload>) {
  return async (_: unknown, args: { input: Input }, context: Context): Promise<Answer<Payload>> => {
    try {
      return { ...nothing, userErrors: [], ...(await run(askingOf(context), args.input, context)) };
    } catch (error) {
      if (error instanceof Refused) return { ...nothing, ...error.extra, userErrors: error.problems };
      throw error;
    }
  };
}

/** A mutation whose use case answers with one thing, under a name. */
export function answeringOne<Name extends string, Input, Value>(
  name: Name,
  run: (asking: Asking, input: Input) => Promise<Value>,
) {
  const nothing = { [name]: null } as Record<Name, Value | null>;
  return answering<Input, Record<Name, Value | null>>(
    nothing,
    async (asking, input) => ({ [name]: await run(asking, input) }) as Record<Name, Value>,
  );
}
