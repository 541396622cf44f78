import type { Context } from 'hono';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import { ERRORS, type ErrorCode } from '#shared/contracts/errors.ts';
import type { RequestEnv } from '../http/env.ts';
import type { Failure } from '../http/failure.ts';
import type { Markup } from '../pages/page.ts';
import { clientPage } from './frame.ts';
import { maybeSaved, notShown } from './screens/failed.ts';
import { notOpen } from './screens/not-open.ts';
import { nothingToSend } from './screens/nothing-to-send.ts';
import { refused } from './screens/refused.ts';
import { firstOpenItem } from './steps.ts';

/** The kind page for every link that leads nowhere. */
export function notOpenReply(c: Context<RequestEnv>) {
  c.set('failure', 'linkExpired' satisfies ErrorCode);
  const screen = notOpen();
  return c.html(clientPage({ screen, checkIn: null, helpOnScreen: true }), 404);
}

/** An answer, or a question's number, that the measure does not have. Names the question. */
export function answerRefusedReply(c: Context<RequestEnv>, base: string, segment: string) {
  c.set('failure', 'answerRefused' satisfies ErrorCode);
  // What was typed into the address is shown only if it is a number.
  const item = /^\d{1,6}$/.test(segment) ? `question ${segment}` : 'that question';
  const screen = refused(
    `The answer to ${item} is not among the choices, or there is no such question.`,
    { href: base, label: 'Back to the questions' },
  );
  return c.html(clientPage({ screen, checkIn: null }), ERRORS.answerRefused.status);
}

/**
 * A measure without any answer: sent, it would use the link up and tell the therapist nothing.
 * Leads to the first question that is open; where all were skipped, to the first.
 */
export function nothingToSendReply(c: Context<RequestEnv>, base: string, checkIn: OpenCheckIn) {
  c.set('failure', 'answerRefused' satisfies ErrorCode);
  const item = firstOpenItem(checkIn) ?? 1;
  const screen = nothingToSend({ href: `${base}/q/${item}`, label: `Go to question ${item}` });
  return c.html(clientPage({ screen, checkIn }), ERRORS.answerRefused.status);
}

/**
 * Everything else that goes wrong, in a page of the same kind. What is said of saving is what is
 * known: a page that was only asked for saved nothing and lost nothing, and a form that failed on
 * the server may have been saved before the reply was lost.
 */
export function failureReply(c: Context<RequestEnv>, { code, status, message }: Failure) {
  c.set('failure', code);
  return c.html(clientPage({ screen: failed(c, status, message), checkIn: null }), status);
}

function failed(c: Context<RequestEnv>, status: Failure['status'], message: string): Markup {
  const { method, path } = c.req;
  if (method !== 'POST') return notShown(message, path);
  return status >= 500 ? maybeSaved(pageAfterForm(path)) : refused(message, null);
}

/**
 * Where a client sees what became of a form: a question shows its saved answer and takes another,
 * the thanks lead to the review while nothing was sent, and whoever has begun may begin again.
 */
function pageAfterForm(path: string): string {
  return path.replace(/\/start$/, '').replace(/\/submit$/, '/done');
}
