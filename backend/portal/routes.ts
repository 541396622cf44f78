import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { ClientCare, LinkVisit, OpenCheckIn } from '#backend/care/client-care.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import { formBody } from '../http/body.ts';
import type { RequestEnv } from '../http/env.ts';
import { failureOf } from '../http/failure.ts';
import { sizeLimit } from '../http/size-limit.ts';
import type { Markup } from '../pages/page.ts';
import { type AnswerForm, answerForm, answerIn, EmptyForm, itemIn } from './answer-form.ts';
import { clientPage } from './frame.ts';
import { answerRefusedReply, failureReply, nothingToSendReply, notOpenReply } from './reply.ts';
import { questionOf } from './screens/question-of.ts';
import { review } from './screens/review.ts';
import { thanks } from './screens/thanks.ts';
import { welcome } from './screens/welcome.ts';
import { askedOf, callsForSupport, stepAfter, stepBefore, supportIsDue } from './steps.ts';

type LinkContext = Context<RequestEnv, '/m/:secret'>;
type ItemContext = Context<RequestEnv, '/m/:secret/q/:item'>;

/**
 * The largest form, in bytes: 2000 characters of words, each of which takes up to nine bytes in a
 * form, and what stands around them.
 */
const LARGEST_ANSWER = 20 * 1024;

/** What the client's pages are built from. */
export interface PortalDeps {
  readonly care: ClientCare;
  /** Where the pages are served: the only origin whose forms are accepted. */
  readonly publicUrl: URL;
}

/** The client's pages, `/m/<secret>` and below. Every step works without a script. */
export function portalRoutes({ care, publicUrl }: PortalDeps) {
  const routes = new Hono<RequestEnv>();
  routes.use('/m/*', sizeLimit(LARGEST_ANSWER), csrf({ origin: publicUrl.origin }));
  routes.get('/m/:secret', (c) => showOpen(care, c, welcome, () => false));
  routes.post('/m/:secret/start', (c) => start(care, c));
  routes.get('/m/:secret/q/:item', (c) => showQuestion(care, c));
  routes.post('/m/:secret/q/:item', (c) => saveAnswer(care, c));
  routes.get('/m/:secret/review', (c) => showOpen(care, c, review, callsForSupport));
  routes.post('/m/:secret/submit', (c) => submit(care, c));
  routes.get('/m/:secret/done', (c) => showThanks(care, c));
  routes.onError((error, c) => failureReply(c, failureOf(error)));
  return routes;
}

async function showOpen(
  care: ClientCare,
  c: LinkContext,
  screen: (base: string, checkIn: OpenCheckIn) => Markup,
  helpIsDue: (checkIn: OpenCheckIn) => boolean,
) {
  const visited = await care.visit(visitOf(c));
  if (!visited.ok || visited.value.state === 'finished') return notOpenReply(c);
  const checkIn = visited.value;
  return c.html(openPage(checkIn, screen(baseOf(c), checkIn), helpIsDue(checkIn)));
}

async function start(care: ClientCare, c: LinkContext) {
  await formBody(c, EmptyForm);
  const begun = await care.begin(visitOf(c));
  return begun.ok ? c.redirect(`${baseOf(c)}/q/1`, 303) : notOpenReply(c);
}

async function showQuestion(care: ClientCare, c: ItemContext) {
  const visited = await care.visit(visitOf(c));
  if (!visited.ok || visited.value.state === 'finished') return notOpenReply(c);
  const checkIn = visited.value;
  const number = itemIn(c.req.param('item'));
  const toReview = c.req.query('from') === 'review';
  const screen =
    number === undefined ? null : questionOf({ base: baseOf(c), checkIn, number, toReview });
  if (number === undefined || screen === null) {
    return answerRefusedReply(c, baseOf(c), c.req.param('item'));
  }
  // Behind a gate that the answer before did not open.
  if (!askedOf(checkIn).some((asked) => asked.number === number)) {
    return c.redirect(stepAfter(baseOf(c), checkIn, number), 303);
  }
  return c.html(openPage(checkIn, screen, supportIsDue(checkIn, number)));
}

async function saveAnswer(care: ClientCare, c: ItemContext) {
  const form = await answerForm(c);
  const item = itemIn(c.req.param('item'));
  const value = form === null ? undefined : answerIn(form);
  if (item === undefined || value === undefined) return refuseAnswer(care, c, form);
  if (form?.answer === 'back') return goBack(care, c, { form, item, value });
  const saved = await care.saveAnswer(visitOf(c), item, value);
  if (saved.ok) {
    const isLast = item === saved.value.questions;
    const toReview = isLast || form?.from === 'review';
    return c.redirect(toReview ? `${baseOf(c)}/review` : `${baseOf(c)}/q/${item + 1}`, 303);
  }
  return saved.refusal === 'notOpen' ? notOpenReply(c) : refuseAnswer(care, c, form);
}

/** Keeps what was typed on the way to the question before. A field left as it was saves nothing. */
async function goBack(
  care: ClientCare,
  c: ItemContext,
  { form, item, value }: { form: AnswerForm; item: number; value: number | string | null },
) {
  const visited = await care.visit(visitOf(c));
  if (!visited.ok || visited.value.state === 'finished') return notOpenReply(c);
  const checkIn = visited.value;
  const typed = typeof value === 'string' && value.trim() === '' ? null : value;
  const before = c.redirect(stepBefore(baseOf(c), checkIn, item), 303);
  if (typed === (checkIn.answers.get(item) ?? null)) return before;
  const saved = await care.saveAnswer(visitOf(c), item, value);
  if (saved.ok) return before;
  return saved.refusal === 'notOpen' ? notOpenReply(c) : refuseAnswer(care, c, form);
}

/**
 * Refuses an answer, unless the link leads nowhere: then it gets the page that all such links get.
 * Words that were not taken come back in their field: what somebody wrote is not lost.
 */
async function refuseAnswer(care: ClientCare, c: ItemContext, form: AnswerForm | null) {
  const visited = await care.visit(visitOf(c));
  if (!visited.ok || visited.value.state === 'finished') return notOpenReply(c);
  const checkIn = visited.value;
  const number = itemIn(c.req.param('item')) ?? 0;
  const asked = checkIn.kind === 'form' ? checkIn.form.items[number - 1] : undefined;
  const typed = form === null ? undefined : answerIn(form);
  if (asked?.kind !== 'text' || typeof typed !== 'string') {
    return answerRefusedReply(c, baseOf(c), c.req.param('item'));
  }
  c.set('failure', 'answerRefused');
  const over = typed.length - asked.maxLength;
  const problem = `That was not saved: it is ${over} ${over === 1 ? 'character' : 'characters'} too long. Shorten it, then save again.`;
  const place = { base: baseOf(c), checkIn, number, toReview: form?.from === 'review' };
  const screen = questionOf(place, { words: typed, problem });
  if (screen === null) throw new Error('A question that takes words has no screen.');
  return c.html(openPage(checkIn, screen, false), ERRORS.answerRefused.status);
}

async function submit(care: ClientCare, c: LinkContext) {
  await formBody(c, EmptyForm);
  const sent = await care.submit(visitOf(c));
  if (sent.ok) return c.redirect(`${baseOf(c)}/done`, 303);
  return sent.refusal === 'notOpen' ? notOpenReply(c) : showNothingToSend(care, c);
}

async function showNothingToSend(care: ClientCare, c: LinkContext) {
  const visited = await care.visit(visitOf(c));
  const open = visited.ok && visited.value.state === 'open';
  return open ? nothingToSendReply(c, baseOf(c), visited.value) : notOpenReply(c);
}

async function showThanks(care: ClientCare, c: LinkContext) {
  const visited = await care.visit(visitOf(c));
  if (!visited.ok) return notOpenReply(c);
  if (visited.value.state === 'open') return c.redirect(`${baseOf(c)}/review`, 303);
  const screen = thanks(visited.value);
  return c.html(clientPage({ screen, checkIn: null, helpOnScreen: true }));
}

function openPage(checkIn: OpenCheckIn, screen: Markup, helpOnScreen: boolean): Markup {
  return clientPage({ screen, checkIn, helpOnScreen });
}

function visitOf(c: LinkContext): LinkVisit {
  return { secret: c.req.param('secret'), requestId: c.get('requestId') };
}

function baseOf(c: LinkContext): string {
  return `/m/${encodeURIComponent(c.req.param('secret'))}`;
}
