import type { Context } from 'hono';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import { ERRORS, type ErrorCode } from '#shared/contracts/errors.ts';
import type { RequestEnv } from '../http/env.ts';
import type { Failure } from '../http/failure.ts';
import { clientPage } from './frame.ts';
import { notOpen } from './screens/not-open.ts';
import { nothingToSend } from './screens/nothing-to-send.ts';
import { refused } from './screens/refused.ts';
import { firstOpenItem } from './steps.ts';

/** The kind page for every link that leads nowhere. */
export function notOpenReply(c: Context<RequestEnv>) {
  c.set('failure', 'linkExpired' satisfies ErrorCode);
  const screen = notOpen();
  return c.html(clientPage({ screen, instrument: null, helpOnScreen: true }), 404);
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
  return c.html(clientPage({ screen, instrument: null }), ERRORS.answerRefused.status);
}

/**
 * A measure without any answer: sent, it would use the link up and tell the therapist nothing.
 * Leads to the first question that is open; where all were skipped, to the first.
 */
export function nothingToSendReply(c: Context<RequestEnv>, base: string, checkIn: OpenCheckIn) {
  c.set('failure', 'answerRefused' satisfies ErrorCode);
  const item = firstOpenItem(checkIn) ?? 1;
  const screen = nothingToSend({ href: `${base}/q/${item}`, label: `Go to question ${item}` });
  return c.html(
    clientPage({ screen, instrument: checkIn.instrument }),
    ERRORS.answerRefused.status,
  );
}

/** Everything else that goes wrong, in a page of the same kind. */
export function failureReply(c: Context<RequestEnv>, { code, status, message }: Failure) {
  c.set('failure', code);
  return c.html(clientPage({ screen: refused(message, null), instrument: null }), status);
}
