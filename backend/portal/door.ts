import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { ClientCare } from '#backend/care/client-care.ts';
import type { Door } from '#backend/care/client-page/page-care.ts';
import { hashOfSecret } from '#backend/care/link-secret.ts';
import { ClientLanguage } from '#shared/contracts/contact.ts';
import { formBody } from '../http/body.ts';
import { answerForm, itemIn } from './answer-form.ts';
import { answerAndGoOn } from './answering.ts';
import { DoorForm as DoorFields, type DoorForm, dayIn, LanguageForm, stepIn } from './door-form.ts';
import { clientPage } from './frame.ts';
import { chooseLanguage, LANGUAGE } from './language.ts';
import { baseOf, linkOf, visitOf } from './link.ts';
import { keepSaid, type OwnPageDeps, sayForm } from './own-page.ts';
import { KIOSK_IDLE, type Pass } from './pass.ts';
import { type LinkContext, type PortalEnv, readerIn } from './portal-env.ts';
import { NEUTRAL_SITE, readerOf } from './reader.ts';
import { answerRefusedReply, notOpenReply } from './reply.ts';
import { door as doorScreen } from './screens/door.ts';

/** What the way in is built from. */
export interface DoorDeps extends OwnPageDeps {
  readonly care: ClientCare;
  readonly pass: Pass;
}

/**
 * Stands before every page of a link: settles whom it speaks to, and lets nobody past who has not
 * given the birth date in this browser.
 */
export function keepDoor(deps: DoorDeps): MiddlewareHandler<PortalEnv, '/m/:secret/*'> {
  return async (c: LinkContext, next) => {
    if (isWayOut(c)) return next();
    const found = await deps.page.door(visitOf(c));
    if (!found.ok) return notOpenReply(c);
    const { kiosk, asksBirthDate } = found.value;
    c.set('reader', readerAt(c, found.value));
    c.set('shares', found.value.shares);
    if (isWayIn(c)) return next();
    const { secret } = visitOf(c);
    const mayPass =
      !asksBirthDate || (await deps.pass.holds(c, secret, kiosk ? KIOSK_IDLE : undefined));
    if (!mayPass) return askBirthDate(c);
    if (asksBirthDate) await deps.pass.renew(c, secret);
    await next();
    if (!asksBirthDate && hasBegun(c)) await deps.pass.renew(c, secret);
  };
}

/**
 * Whether this request began a form that opens without the birth date. Whoever only looks gets no pass:
 * it would open the answers of the client who begins it later on another device.
 */
function hasBegun(c: LinkContext): boolean {
  return c.req.method === 'POST' && c.res.status === 303;
}

/** What the language and country of the client's contact, or a choice on the page, make of it. */
function readerAt(c: LinkContext, { language, country, kiosk, closed }: Door) {
  const chosen = ClientLanguage.safeParse(getCookie(c, LANGUAGE));
  return readerOf({
    language: chosen.success ? chosen.data : (language ?? readerIn(c).language),
    kiosk,
    closed,
    wayOut: `${linkOf(c)}/leave`,
    ...(country === null ? {} : { country }),
  });
}

function isWayIn(c: LinkContext): boolean {
  const step = c.req.path.slice(baseOf(c).length);
  return c.req.method === 'POST' && (step === '/birth-date' || step === '/language');
}

/** Whoever leaves is asked nothing and finds no closed link, and the pass is not renewed. */
function isWayOut(c: LinkContext): boolean {
  return c.req.method === 'GET' && c.req.path === `${linkOf(c)}/leave`;
}

/** Ends the pass and leads to a page that anybody might have open: on the way back the birth date is asked. */
export function leave({ pass }: { readonly pass: Pass }, c: LinkContext) {
  const { secret } = visitOf(c);
  // Whatever else stands there never was a link, and no cookie can be kept below it.
  if (hashOfSecret(secret) !== null) pass.end(c, secret);
  return c.redirect(NEUTRAL_SITE, 303);
}

/**
 * An answer, or words, that were on their way come along, so that they are saved as soon as the date is
 * right. Whatever else was pressed was not done, and the page says so.
 */
async function askBirthDate(c: LinkContext) {
  const at = stepIn(baseOf(c), c.req.path);
  if (c.req.method !== 'POST') return doorPage(c, { at, carried: {}, problem: null }, 200);
  return doorPage(c, { at, carried: await carriedAlong(c), problem: null }, 401);
}

/** What a form that did not get past the door leaves with it. */
async function carriedAlong(c: LinkContext): Promise<Readonly<Record<string, string>>> {
  const step = c.req.path.slice(baseOf(c).length);
  const [, item] = /^\/q\/(\d+)$/.exec(step) ?? [];
  const answer = item === undefined ? null : await answerForm(c);
  if (answer !== null) return given({ item, ...answer });
  const said = step === '/mine/say' ? await sayForm(c) : null;
  return said ?? { undone: 'yes' };
}

function doorPage(
  c: LinkContext,
  parts: {
    readonly at: string;
    readonly carried: Readonly<Record<string, string>>;
    readonly problem: string | null;
  },
  status: 200 | 401,
) {
  const reader = readerIn(c);
  const base = baseOf(c);
  const screen = doorScreen({ reader, base, ...parts });
  const carries = Object.keys(parts.carried).some((name) => name !== 'undone');
  // The button for the other language would leave behind what is carried.
  const at = carries ? {} : { at: { base, path: `${base}${parts.at}` } };
  // The answer may be one that calls for help, and a button may have stood beside it.
  const helpIsOpen = Object.keys(parts.carried).length > 0;
  return c.html(clientPage({ reader, screen, checkIn: null, helpIsOpen, ...at }), status);
}

/** The birth date was given. */
export async function enter(deps: DoorDeps, c: LinkContext) {
  const form = await formBody(c, DoorFields);
  const { door: words } = readerIn(c).say;
  const bornOn = dayIn(form);
  const again = (problem: string) =>
    doorPage(c, { at: form.at, carried: carriedBy(form), problem }, 401);
  if (bornOn === null) return again(words.notADay);
  const entered = await deps.page.enter(visitOf(c), bornOn);
  if (!entered.ok) return entered.refusal === 'notOpen' ? notOpenReply(c) : again(words.wrong);
  await deps.pass.renew(c, visitOf(c).secret);
  const { answer, words: typed, from, topic } = form;
  if (topic !== undefined && typed !== undefined) return keepSaid(deps, c, { topic, words: typed });
  if (form.item === undefined || answer === undefined) {
    return c.redirect(`${baseOf(c)}${form.at}`, 303);
  }
  const item = itemIn(form.item);
  if (item === undefined) return answerRefusedReply(c, baseOf(c), form.item);
  return answerAndGoOn(deps.care, c, item, {
    answer,
    ...(typed === undefined ? {} : { words: typed }),
    ...(from === 'review' ? { from } : {}),
  });
}

function carriedBy({ item, answer, words, from, topic, undone }: DoorForm) {
  return given({ item, answer, words, from, topic, undone });
}

/** The fields that are there. */
function given(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The other language was chosen. */
export async function changeLanguage(c: LinkContext) {
  const { to, at } = await formBody(c, LanguageForm);
  chooseLanguage(c, to);
  return c.redirect(`${baseOf(c)}${at}`, 303);
}
