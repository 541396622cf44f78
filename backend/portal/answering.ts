import type { ClientCare, OpenCheckIn } from '#backend/care/client-care.ts';
import type { TextItem } from '#shared/contracts/custom-form.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import {
  type AnswerForm,
  answerForm,
  answerIn,
  itemIn,
  languageIn,
  skipReasonIn,
} from './answer-form.ts';
import { chooseLanguage } from './language.ts';
import { baseOf, openPage, visitOf } from './link.ts';
import { type LinkContext, readerIn } from './portal-env.ts';
import { answerRefusedReply, notOpenReply } from './reply.ts';
import { questionOf } from './screens/question-of.ts';
import { askedOf, stepAfter, stepBefore, supportIsDue } from './steps.ts';

/** What is behind the link, while it can be answered; null when nothing is. */
export async function openCheckIn(care: ClientCare, c: LinkContext): Promise<OpenCheckIn | null> {
  const visited = await care.visit(visitOf(c));
  return visited.ok && visited.value.state === 'open' ? visited.value : null;
}

/** Shows the question that an address names. */
export async function showQuestion(care: ClientCare, c: LinkContext, segment: string) {
  const checkIn = await openCheckIn(care, c);
  if (checkIn === null) return notOpenReply(c);
  const base = baseOf(c);
  const number = itemIn(segment);
  const toReview = c.req.query('from') === 'review';
  const reader = readerIn(c);
  const screen =
    number === undefined ? null : questionOf({ reader, base, checkIn, number, toReview });
  if (number === undefined || screen === null) return answerRefusedReply(c, base, segment);
  // Behind a gate that the answer before did not open.
  if (!askedOf(checkIn).some((asked) => asked.number === number)) {
    return c.redirect(stepAfter(base, checkIn, number), 303);
  }
  const helpOnScreen = supportIsDue(checkIn, number);
  const takesWords = textItem(checkIn, number) !== undefined;
  return c.html(openPage(c, checkIn, { screen, helpOnScreen, takesWords }));
}

/** Saves what a question's form holds. */
export async function saveAnswer(care: ClientCare, c: LinkContext, segment: string) {
  const form = await answerForm(c);
  const item = itemIn(segment);
  if (item === undefined || form === null) return refuseAnswer(care, c, { segment, form });
  return answerAndGoOn(care, c, item, form);
}

/** Saves an answer and goes on to what comes next: after it, before it, or back to the review. */
export async function answerAndGoOn(
  care: ClientCare,
  c: LinkContext,
  item: number,
  form: AnswerForm,
) {
  const value = answerIn(form);
  const refused = { segment: String(item), form };
  if (value === undefined) return refuseAnswer(care, c, refused);
  if (form.answer === 'back') return keepTyped(care, c, { form, item, value }, before);
  const language = languageIn(form);
  if (language !== null) {
    chooseLanguage(c, language);
    return keepTyped(care, c, { form, item, value }, sameAgain);
  }
  const saved = await care.saveAnswer(visitOf(c), item, value, skipReasonIn(form));
  if (saved.ok) {
    const isLast = item === saved.value.questions;
    const toReview = isLast || form.from === 'review';
    return c.redirect(toReview ? `${baseOf(c)}/review` : `${baseOf(c)}/q/${item + 1}`, 303);
  }
  return saved.refusal === 'notOpen' ? notOpenReply(c) : refuseAnswer(care, c, refused);
}

/** Words in the field of a question, and the press that sent them along. */
interface Typed {
  readonly form: AnswerForm;
  readonly item: number;
  readonly value: number | string | null;
}

/** The question before. */
function before(base: string, checkIn: OpenCheckIn, { item }: Typed): string {
  return stepBefore(base, checkIn, item);
}

/** The same question once more. */
function sameAgain(base: string, _: OpenCheckIn, { form, item }: Typed): string {
  return `${base}/q/${item}${form.from === 'review' ? '?from=review' : ''}`;
}

/** The item that takes words at this place; undefined where none does. */
function textItem(checkIn: OpenCheckIn, number: number): TextItem | undefined {
  const asked = checkIn.kind === 'form' ? checkIn.form.items[number - 1] : undefined;
  return asked?.kind === 'text' ? asked : undefined;
}

/** Keeps what was typed on the way to another page. A field left as it was saves nothing. */
async function keepTyped(
  care: ClientCare,
  c: LinkContext,
  words: Typed,
  next: (base: string, checkIn: OpenCheckIn, words: Typed) => string,
) {
  const { form, item, value } = words;
  const checkIn = await openCheckIn(care, c);
  if (checkIn === null) return notOpenReply(c);
  const typed = typeof value === 'string' && value.trim() === '' ? null : value;
  const onwards = c.redirect(next(baseOf(c), checkIn, words), 303);
  if (typed === (checkIn.answers.get(item) ?? null)) return onwards;
  const saved = await care.saveAnswer(visitOf(c), item, value, null);
  if (saved.ok) return onwards;
  const refused = { segment: String(item), form };
  return saved.refusal === 'notOpen' ? notOpenReply(c) : refuseAnswer(care, c, refused);
}

/**
 * Refuses an answer, unless the link leads nowhere: then it gets the page that all such links get.
 * Words that were not taken come back in their field: what somebody wrote is not lost.
 */
async function refuseAnswer(
  care: ClientCare,
  c: LinkContext,
  { segment, form }: { readonly segment: string; readonly form: AnswerForm | null },
) {
  const checkIn = await openCheckIn(care, c);
  if (checkIn === null) return notOpenReply(c);
  const number = itemIn(segment) ?? 0;
  const asked = textItem(checkIn, number);
  const typed = form === null ? undefined : answerIn(form);
  if (asked === undefined || typeof typed !== 'string') {
    return answerRefusedReply(c, baseOf(c), segment);
  }
  c.set('failure', 'answerRefused');
  const reader = readerIn(c);
  const problem = reader.say.question.tooLong(typed.length - asked.maxLength);
  const place = { reader, base: baseOf(c), checkIn, number, toReview: form?.from === 'review' };
  const screen = questionOf(place, { words: typed, problem });
  if (screen === null) throw new Error('A question that takes words has no screen.');
  return c.html(openPage(c, checkIn, { screen, takesWords: true }), ERRORS.answerRefused.status);
}
