import type { Context } from 'hono';
import * as z from 'zod/mini';
import { SkipReason } from '#shared/contracts/client-page.ts';
import { ClientLanguage } from '#shared/contracts/contact.ts';
import { AppError } from '#shared/contracts/errors.ts';
import { formBody } from '../http/body.ts';

/** What the buttons of a question send. Whether the answer is a choice is decided by the measure. */
const AnswerForm = z.strictObject({
  /**
   * Value of a choice (`AnswerOption.value`), `skip`, `skip-` with a {@link SkipReason}, `words` for
   * those below, `back` for those below and the question before, or `in-english` or `in-spanish` for
   * those below and the page in that language.
   */
  answer: z.string(),
  /** What was typed. */
  words: z.optional(z.string()),
  /** Set when the client came from the review and returns there. */
  from: z.optional(z.literal('review')),
});
/** What the buttons of a question send. */
export type AnswerForm = z.infer<typeof AnswerForm>;

/** What a question's form holds; null when it is not one that our page would send. */
export function answerForm(c: Context): Promise<AnswerForm | null> {
  return formIfOurs(c, AnswerForm);
}

/** The fields of a submitted form; null when it is not one that our page would send. */
export async function formIfOurs<Schema extends z.ZodMiniType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  try {
    return await formBody(c, schema);
  } catch (error) {
    if (error instanceof AppError && error.code === 'malformedInput') return null;
    throw error;
  }
}

/** What a form with a single button sends. */
export const EmptyForm = z.strictObject({});

/**
 * The answer in a form: a number, words, or null for a skipped item; undefined when no question takes
 * such a one. Words that stand in their field count whatever button was pressed. A browser sends line ends as CR LF and counts them as one character (HTML standard,
 * 4.10.5.4 and 4.10.22.4), so they are kept as one.
 */
export function answerIn({ answer, words }: AnswerForm): number | string | null | undefined {
  const typed = words?.replaceAll('\r\n', '\n');
  if (answer === 'skip' || skipReasonIn({ answer }) !== null) {
    return typed === undefined || typed.trim() === '' ? null : typed;
  }
  if (answer === 'words' || answer === 'back' || languageIn({ answer }) !== null) return typed;
  return /^(?:\d{1,4}|-1)$/.test(answer) ? Number(answer) : undefined;
}

/** Why a question is skipped, where the client says so. */
export function skipReasonIn({ answer }: Pick<AnswerForm, 'answer'>): SkipReason | null {
  const reason = SkipReason.safeParse(answer.replace(/^skip-/, ''));
  return answer.startsWith('skip-') && reason.success ? reason.data : null;
}

/** The language in which the client asks for the page; null for any other press. */
export function languageIn({ answer }: Pick<AnswerForm, 'answer'>): ClientLanguage | null {
  const language = ClientLanguage.safeParse(answer.replace(/^in-/, ''));
  return answer.startsWith('in-') && language.success ? language.data : null;
}

/** The item number in an address; undefined when it is not one. */
export function itemIn(segment: string): number | undefined {
  return /^[1-9]\d{0,3}$/.test(segment) ? Number(segment) : undefined;
}
