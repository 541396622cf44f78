import type { Context } from 'hono';
import * as z from 'zod/mini';
import { AppError } from '#shared/contracts/errors.ts';
import { formBody } from '../http/body.ts';

/** What the buttons of a question send. Whether the answer is a choice is decided by the measure. */
const AnswerForm = z.strictObject({
  /** Value of a choice (`AnswerOption.value`), or `skip`. */
  answer: z.string(),
  /** Set when the client came from the review and returns there. */
  from: z.optional(z.literal('review')),
});

/** What a question's form holds; null when it is not one that our page would send. */
export async function answerForm(c: Context): Promise<z.infer<typeof AnswerForm> | null> {
  try {
    return await formBody(c, AnswerForm);
  } catch (error) {
    if (error instanceof AppError && error.code === 'malformedInput') return null;
    throw error;
  }
}

/** What a form with a single button sends. */
export const EmptyForm = z.strictObject({});

/** The value in a form's answer; null for a skipped item; undefined when no choice has such a one. */
export function valueIn(answer: string): number | null | undefined {
  if (answer === 'skip') return null;
  return /^(?:\d{1,4}|-1)$/.test(answer) ? Number(answer) : undefined;
}

/** The item number in an address; undefined when it is not one. */
export function itemIn(segment: string): number | undefined {
  return /^[1-9]\d{0,3}$/.test(segment) ? Number(segment) : undefined;
}
