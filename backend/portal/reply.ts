import type { OpenCheckIn } from '#backend/care/client-care.ts';
import { ERRORS, type ErrorCode } from '#shared/contracts/errors.ts';
import type { Failure } from '../http/failure.ts';
import type { Markup } from '../pages/page.ts';
import { stepIn } from './door-form.ts';
import { clientPage } from './frame.ts';
import { baseIn } from './link.ts';
import { type PortalContext, readerIn } from './portal-env.ts';
import { maybeSaved, notShown } from './screens/failed.ts';
import { notOpen } from './screens/not-open.ts';
import { nothingToSend } from './screens/nothing-to-send.ts';
import { refused } from './screens/refused.ts';
import { firstOpenItem } from './steps.ts';

/**
 * The kind page for every link that leads nowhere. It speaks the browser's language, never that of
 * a client: it must not tell whether there is one.
 */
export function notOpenReply(c: PortalContext) {
  c.set('failure', 'linkExpired' satisfies ErrorCode);
  c.set('reader', null);
  const reader = readerIn(c);
  return c.html(
    clientPage({ reader, screen: notOpen(reader), checkIn: null, helpOnScreen: true }),
    404,
  );
}

/**
 * An address below a link that no page has. Where the link is open, it leads back: that of a form, which
 * stands in the address line when the form has failed, to the page with that form; every other to the
 * first one. The door stands before it, so that of a link that leads nowhere it tells nothing.
 */
export function missingReply(c: PortalContext) {
  const { path } = c.req;
  return baseIn(path) === '' ? notOpenReply(c) : c.redirect(pageAfterForm(path), 303);
}

/** An answer, or a question's number, that the measure does not have. Names the question. */
export function answerRefusedReply(c: PortalContext, base: string, segment: string) {
  c.set('failure', 'answerRefused' satisfies ErrorCode);
  const reader = readerIn(c);
  const words = reader.say.refused;
  // What was typed into the address is shown only if it is a number.
  const reason = words.answer(/^\d{1,6}$/.test(segment) ? segment : null);
  const screen = refused(reader, reason, { href: base, label: words.backToQuestions });
  return c.html(clientPage({ reader, screen, checkIn: null }), ERRORS.answerRefused.status);
}

/**
 * A measure without any answer: sent, it would use the link up and tell the therapist nothing.
 * Leads to the first question that is open; where all were skipped, to the first.
 */
export function nothingToSendReply(c: PortalContext, base: string, checkIn: OpenCheckIn) {
  c.set('failure', 'answerRefused' satisfies ErrorCode);
  const reader = readerIn(c);
  const number = firstOpenItem(checkIn) ?? 1;
  const screen = nothingToSend(reader, { href: `${base}/q/${number}`, number });
  return c.html(clientPage({ reader, screen, checkIn }), ERRORS.answerRefused.status);
}

/**
 * Everything else that goes wrong, in a page of the same kind. What is said of saving is what is
 * known: a page that was only asked for saved nothing and lost nothing, and a form that failed on
 * the server may have been saved before the reply was lost.
 */
export function failureReply(c: PortalContext, { code, status }: Failure) {
  c.set('failure', code);
  const reader = readerIn(c);
  const screen = failed(c, code, status);
  return c.html(clientPage({ reader, screen, checkIn: null, helpIsOpen: true }), status);
}

function failed(c: PortalContext, code: Failure['code'], status: Failure['status']): Markup {
  const { method, path } = c.req;
  const reader = readerIn(c);
  const { reasons } = reader.say.failed;
  const reason = isSaid(code, reasons) ? reasons[code] : reasons.other;
  if (method !== 'POST') return notShown(reader, reason, path);
  return status >= 500 ? maybeSaved(reader, pageAfterForm(path)) : refused(reader, reason, null);
}

function isSaid<Reasons extends object>(
  code: string,
  reasons: Reasons,
): code is keyof Reasons & string {
  return Object.hasOwn(reasons, code);
}

/**
 * Where a client sees what became of a form: a question shows its saved answer and takes another,
 * the thanks lead to the review while nothing was sent, the own page says what stands, and whoever has
 * begun may begin again.
 */
function pageAfterForm(path: string): string {
  const base = baseIn(path);
  return `${base}${path === `${base}/submit` ? '/done' : stepIn(base, path)}`;
}
