import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import type { ClientCare, FinishedCheckIn, OpenCheckIn } from '#backend/care/client-care.ts';
import type { PageCare } from '#backend/care/client-page/page-care.ts';
import type { ClientSharingCare } from '#backend/care/couples/couple-care.ts';
import type { Identity } from '#backend/identity/identity.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { formBody } from '../http/body.ts';
import { failureOf } from '../http/failure.ts';
import { sizeLimit } from '../http/size-limit.ts';
import type { Markup } from '../pages/page.ts';
import { EmptyForm } from './answer-form.ts';
import { openCheckIn, saveAnswer, showQuestion } from './answering.ts';
import { share, showSharing, unshare } from './consent/pages.ts';
import { sharingLink } from './consent/screen.ts';
import { changeLanguage, enter, keepDoor, leave } from './door.ts';
import { holdUpFloods } from './flood.ts';
import { clientPage } from './frame.ts';
import { endStaffSession } from './handed-device.ts';
import { serveWorker, showHome } from './home.ts';
import { addressOf, baseOf, openPage, visitOf } from './link.ts';
import { rate, say, showAs, showCopy, showMine, takeBack } from './own-page.ts';
import { createPass, type Pass } from './pass.ts';
import { type LinkContext, type PortalEnv, readerIn } from './portal-env.ts';
import type { Reader } from './reader.ts';
import { failureReply, nothingToSendReply, notOpenReply } from './reply.ts';
import { everyQuestion } from './screens/every-question.ts';
import { review } from './screens/review.ts';
import { thanks } from './screens/thanks.ts';
import { welcome } from './screens/welcome.ts';
import { callsForSupport } from './steps.ts';

/**
 * The largest form, in bytes: 2000 characters of words, each of which takes up to nine bytes in a
 * form, and what stands around them.
 */
const LARGEST_ANSWER = 20 * 1024;

/** What the client's pages are built from. */
export interface PortalDeps {
  readonly care: ClientCare;
  readonly page: PageCare;
  /** What a client lets a partner see. */
  readonly sharing: ClientSharingCare;
  readonly identity: Pick<Identity, 'visitorOf' | 'signOut'>;
  /** Where the pages are served: the only origin whose forms are accepted. */
  readonly publicUrl: URL;
  /** What this installation signs with. */
  readonly secret: string;
  readonly now: () => Instant;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
}

/** The client's pages, `/m/<secret>` and below. Every step works without a script. */
export function portalRoutes({ care, page, sharing, newId, ...site }: PortalDeps) {
  const routes = new Hono<PortalEnv>();
  const deps = { care, page, sharing, newId, pass: createPass(site) };
  routes.use('/m/*', sizeLimit(LARGEST_ANSWER), csrf({ origin: site.publicUrl.origin }));
  routes.use('/m/:secret/*', endStaffSession(site), keepDoor(deps));
  // Nothing keeps anybody from leaving.
  routes.get('/m/:secret/leave', (c) => leave(deps, c));
  routes.use('/m/:secret/*', holdUpFloods());
  routes.get('/m/', (c) => showHome(c));
  routes.get('/check-in-worker.js', (c) => serveWorker(c));
  for (const at of ['/m/:secret', '/m/:secret/:place{[1-9]}'] as const) {
    routes.post(`${at}/birth-date`, (c) => enter(deps, c));
    routes.post(`${at}/language`, (c) => changeLanguage(c));
    routes.get(at, (c) => showWelcome(care, c));
    routes.post(`${at}/start`, (c) => start(care, c));
    routes.get(`${at}/q/:item`, (c) => showQuestion(care, c, c.req.param('item')));
    routes.post(`${at}/q/:item`, (c) => saveAnswer(care, c, c.req.param('item')));
    routes.get(`${at}/rest`, (c) => showOpen(care, c, { screenOf: everyQuestion }));
    routes.get(`${at}/review`, (c) =>
      showOpen(care, c, { screenOf: review, helpIsDue: callsForSupport }),
    );
    routes.post(`${at}/submit`, (c) => submit(care, c));
    routes.get(`${at}/done`, (c) => showThanks(deps, c));
    routes.get(`${at}/mine`, (c) => showMine(deps, c));
    routes.get(`${at}/mine/copy`, (c) => showCopy(deps, c));
    routes.get(`${at}/mine/sharing`, (c) => showSharing(deps, c));
    routes.post(`${at}/mine/share`, (c) => share(deps, c));
    routes.post(`${at}/mine/unshare`, (c) => unshare(deps, c));
    routes.post(`${at}/mine/say`, (c) => say(deps, c));
    routes.post(`${at}/mine/take-back`, (c) => takeBack(deps, c));
    routes.post(`${at}/mine/rate`, (c) => rate(deps, c));
    routes.post(`${at}/mine/show`, (c) => showAs(deps, c));
  }
  routes.onError((error, c) => failureReply(c, failureOf(error)));
  return routes;
}

/** A page about a form that can be answered. */
interface OpenScreen {
  readonly screenOf: (reader: Reader, base: string, checkIn: OpenCheckIn) => Markup;
  readonly helpIsDue?: (checkIn: OpenCheckIn) => boolean;
  /** What is shown where nothing can be answered. */
  readonly otherwise?: () => Response | Promise<Response>;
}

/** Behind a link whose answers were sent long ago there may still be something to take back. */
function showWelcome(care: ClientCare, c: LinkContext) {
  const shares = c.get('shares') === true && !readerIn(c).kiosk;
  const otherwise = () => (shares ? c.redirect(`${baseOf(c)}/mine/sharing`, 303) : notOpenReply(c));
  const screenOf = (reader: Reader, base: string, checkIn: OpenCheckIn) =>
    html`${welcome(reader, base, checkIn)}${shares ? html`<p>${sharingLink(reader, base)}</p>` : ''}`;
  return showOpen(care, c, { screenOf, otherwise });
}

async function showOpen(
  care: ClientCare,
  c: LinkContext,
  { screenOf, helpIsDue = () => false, otherwise = () => notOpenReply(c) }: OpenScreen,
) {
  const visited = await care.visit(visitOf(c));
  if (!visited.ok) return otherwise();
  const checkIn = visited.value;
  if (checkIn.state === 'finished') {
    const next = nextAddress(c, checkIn);
    return next === null ? otherwise() : c.redirect(next, 303);
  }
  const screen = screenOf(readerIn(c), baseOf(c), checkIn);
  return c.html(openPage(c, checkIn, { screen, helpOnScreen: helpIsDue(checkIn) }));
}

async function start(care: ClientCare, c: LinkContext) {
  await formBody(c, EmptyForm);
  const begun = await care.begin(visitOf(c));
  return begun.ok ? c.redirect(`${baseOf(c)}/q/1`, 303) : notOpenReply(c);
}

async function submit(care: ClientCare, c: LinkContext) {
  await formBody(c, EmptyForm);
  const sent = await care.submit(visitOf(c));
  if (sent.ok) return c.redirect(`${baseOf(c)}/done`, 303);
  if (sent.refusal === 'notOpen') return notOpenReply(c);
  const checkIn = await openCheckIn(care, c);
  return checkIn === null ? notOpenReply(c) : nothingToSendReply(c, baseOf(c), checkIn);
}

async function showThanks(
  { care, pass }: { readonly care: ClientCare; readonly pass: Pass },
  c: LinkContext,
) {
  const visited = await care.visit(visitOf(c));
  if (!visited.ok) return notOpenReply(c);
  if (visited.value.state === 'open') return c.redirect(`${baseOf(c)}/review`, 303);
  const reader = readerIn(c);
  const next = nextAddress(c, visited.value);
  if (reader.kiosk && next === null) pass.end(c, visitOf(c).secret);
  const screen = thanks(reader, visited.value, { base: baseOf(c), next });
  return c.html(clientPage({ reader, screen, checkIn: null, helpOnScreen: true }));
}

/** Where the next of what was sent together is answered; null when nothing is left. */
function nextAddress(c: LinkContext, { next }: FinishedCheckIn): string | null {
  return next === null ? null : addressOf(visitOf(c).secret, next);
}
