import * as z from 'zod/mini';
import type { OwnDeed, OwnPage, PageCare } from '#backend/care/client-page/page-care.ts';
import { ProgressAs, TOPIC_WORDS } from '#shared/contracts/client-page.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import { GoalId, TopicId } from '#shared/contracts/ids.ts';
import { formBody } from '../http/body.ts';
import type { Markup } from '../pages/page.ts';
import { formIfOurs } from './answer-form.ts';
import { clientPage } from './frame.ts';
import { baseOf, visitOf } from './link.ts';
import { type LinkContext, readerIn } from './portal-env.ts';
import { notOpenReply } from './reply.ts';
import { type MineScreen, mine, takeHome } from './screens/mine.ts';

const SayForm = z.strictObject({ topic: TopicId, words: z.string() });
type SayForm = z.infer<typeof SayForm>;
const TakeBackForm = z.strictObject({ topic: TopicId });
const RateForm = z.strictObject({
  goal: GoalId,
  value: z.string().check(z.regex(/^(?:-[12]|\d|10)$/)),
});
const ShowForm = z.strictObject({ as: ProgressAs });

/** What the client's own page is built from. */
export interface OwnPageDeps {
  readonly page: PageCare;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
}

/** The client's own page. */
export function showMine(deps: OwnPageDeps, c: LinkContext) {
  return show(deps, c, (own) => mine(screenOf(deps, c, own)));
}

/** The same as a copy to take home. */
export function showCopy(deps: OwnPageDeps, c: LinkContext) {
  return show(deps, c, (own) => takeHome({ reader: readerIn(c), base: baseOf(c), own }));
}

/** What the form for the next session sends; null when it is not one that our page would send. */
export function sayForm(c: LinkContext): Promise<SayForm | null> {
  return formIfOurs(c, SayForm);
}

/** Keeps what the client wants to talk about. */
export async function say(deps: OwnPageDeps, c: LinkContext) {
  return keepSaid(deps, c, await formBody(c, SayForm));
}

/** Keeps what the client wants to talk about. Words that are not kept stay in their field. */
export async function keepSaid(
  deps: OwnPageDeps,
  c: LinkContext,
  { topic: topicId, words: typed }: SayForm,
) {
  const words = typed.replaceAll('\r\n', '\n').trim();
  const fits = words !== '' && words.length <= TOPIC_WORDS;
  const said = fits
    ? await deps.page.act(visitOf(c), { is: 'say', topic: { topicId, words } })
    : null;
  if (said?.ok === true) return c.redirect(`${baseOf(c)}/mine`, 303);
  c.set('failure', 'answerRefused');
  const refused = typed;
  return show(
    deps,
    c,
    (own) => mine({ ...screenOf(deps, c, own), refused }),
    ERRORS.answerRefused.status,
  );
}

/** Takes back what the client wanted to talk about. */
export async function takeBack(deps: OwnPageDeps, c: LinkContext) {
  const { topic: topicId } = await formBody(c, TakeBackForm);
  return act(deps, c, { is: 'takeBack', topicId });
}

/** Keeps how near the client is to a goal. */
export async function rate(deps: OwnPageDeps, c: LinkContext) {
  const { goal: goalId, value } = await formBody(c, RateForm);
  return act(deps, c, { is: 'rate', goalId, value: Number(value) });
}

/** Keeps how the client likes to read the own progress. */
export async function showAs(deps: OwnPageDeps, c: LinkContext) {
  const { as } = await formBody(c, ShowForm);
  return act(deps, c, { is: 'showAs', as });
}

/** Does it and shows the page anew, which says what stands now, whether it was done or not. */
async function act({ page }: OwnPageDeps, c: LinkContext, deed: OwnDeed) {
  const acted = await page.act(visitOf(c), deed);
  if (!acted.ok && acted.refusal === 'notOpen') return notOpenReply(c);
  return c.redirect(`${baseOf(c)}/mine`, 303);
}

async function show(
  { page }: OwnPageDeps,
  c: LinkContext,
  screenFor: (own: OwnPage) => Markup,
  status: 200 | typeof ERRORS.answerRefused.status = 200,
) {
  const found = await page.ownPage(visitOf(c));
  if (!found.ok) return notOpenReply(c);
  const at = { base: baseOf(c), path: `${baseOf(c)}/mine` };
  const screen = screenFor(found.value);
  return c.html(clientPage({ reader: readerIn(c), screen, checkIn: null, at }), status);
}

function screenOf({ newId }: OwnPageDeps, c: LinkContext, own: OwnPage): MineScreen {
  return { reader: readerIn(c), base: baseOf(c), own, topicId: newId() };
}
