import type { Frame } from 'puppeteer';
import { saveAnswer } from '#backend/care/save-answer.ts';
import { sendMeasure } from '#backend/care/send-measure.ts';
import { submit } from '#backend/care/submit.ts';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { PRACTICE } from '#test/demo/practice.ts';
import { panelOf } from '#test/support/panel.ts';
import { scopeIn } from '../practice/make-practice.ts';
import { type Samples, samples } from './series.ts';
import { chartOf, type LoadStage } from './stage.ts';

const ROUNDS = 9;
const ITEMS = 9;
const ALERTS = 'article.alert';
const DAY = 86_400_000;

/** Milliseconds from sending an answer to item 9 until the open panel shows what came of it. */
export interface LiveAlertFigures {
  readonly onScreen: Samples;
  /** The server's part of it: until the client may be told that it is saved. */
  readonly saved: Samples;
}

declare global {
  /** `Date.now()` at which the alerts first read otherwise than before; in the panel's frame. */
  var alertsChangedAt: number | undefined;
}

/** Answers again and again beside an open chart. The answers differ, so that the alert reads otherwise. */
export async function measureLiveAlert(stage: LoadStage): Promise<LiveAlertFigures> {
  const { tab, client } = stage;
  await tab.goto(chartOf(client));
  const panel = panelOf(tab);
  await panel.shows('record, name and birth date agree');
  const frame = await panel.frame();
  await frame.waitForSelector(ALERTS);
  const figures = { onScreen: new Array<number>(), saved: new Array<number>() };
  for (let round = 0; round < ROUNDS; round += 1) {
    const send = await answered(stage, (round % 3) + 1);
    await watchAlerts(frame);
    const begun = Date.now();
    await send();
    figures.saved.push(Date.now() - begun);
    const changed = await frame.waitForFunction(() => globalThis.alertsChangedAt);
    figures.onScreen.push(((await changed.jsonValue()) ?? Number.NaN) - begun);
  }
  return { onScreen: samples(figures.onScreen), saved: samples(figures.saved) };
}

/** A PHQ-9 of the client, answered and not sent; the value sends it. */
async function answered(
  { world, practice }: LoadStage,
  item9: number,
): Promise<() => Promise<void>> {
  const { care } = world.backend;
  const now = care.now();
  const scope = { ...scopeIn(practice), now };
  const clientId = await care.store.inPractice(scope, async ({ caseload }) =>
    onlyOf(await caseload.list(practice.staffId)),
  );
  const sent = await sendMeasure(care, scope, {
    clientId,
    instrumentId: 'phq9',
    dueOn: addDays(dateInZone(now, PRACTICE.timeZone), 3),
    expiresAt: instantOf(new Date(Date.parse(now) + DAY)),
  });
  if (!sent.ok) throw new Error(sent.refusal);
  const link = { secret: sent.value.secret, requestId: 'bench' };
  for (let item = 1; item <= ITEMS; item += 1) {
    await saveAnswer(care)(link, item, item === ITEMS ? item9 : 1);
  }
  return async () => {
    const done = await submit(care)(link);
    if (!done.ok) throw new Error(done.refusal);
  };
}

function onlyOf(rows: readonly { readonly client: { readonly clientId: ClientId } }[]): ClientId {
  const [row] = rows;
  if (row === undefined) throw new Error('the practice has no client');
  return row.client.clientId;
}

/** From now on the frame notes when its alerts read otherwise, once that is painted. */
async function watchAlerts(frame: Frame): Promise<void> {
  await frame.evaluate((alerts) => {
    const read = () =>
      [...document.querySelectorAll(alerts)].map((one) => one.textContent).join('\n');
    const before = read();
    globalThis.alertsChangedAt = undefined;
    const observer = new MutationObserver(() => {
      if (read() === before) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        setTimeout(() => {
          globalThis.alertsChangedAt = Date.now();
        });
      });
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, ALERTS);
}
