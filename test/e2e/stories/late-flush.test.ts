import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openTab } from '#test/support/browser.ts';
import { killWorker, ringAlarm, setWorkerClockAhead } from '#test/support/extension-worker.ts';
import { type Front, openFront } from '#test/support/front.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { optionsAddress, storedText } from './extension.ts';
import { insertUnheard } from './insert-unheard.ts';
import { type Stage, setStage } from './stage.ts';

/** The part of the browser's extension interface that is looked at, from a page of its own. */
declare const chrome: {
  readonly storage: { readonly session: { get(): Promise<Record<string, unknown>> } };
  readonly alarms: { get(name: string): Promise<unknown> };
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
};

let front: Front;
let stage: Stage;
beforeAll(async () => {
  front = await openFront();
  stage = await setStage(['kit-bauer', 'riley-chen'], { front });
  await stage.signIn();
});
afterEach(async () => {
  await front.become('open');
  await stage.clear();
});
afterAll(async () => {
  await stage.close();
  await front.close();
});

const MINUTE = 60_000;
/** How often it was tried after 5, 10, 15 ... minutes: the pauses grow to a quarter of an hour. */
const TRIES_IN_AN_HOUR = [2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7];
const BEGAN = new Date().toISOString();

/** What the server was told of a client since this file began, oldest first. */
async function toldOf(key: string): Promise<readonly string[]> {
  const { backend, practice } = stage;
  const clientId = practice.clients[key];
  if (clientId === undefined) throw new Error(`${key} is not in the practice`);
  const actor = { kind: 'system', name: 'test' } as const;
  const now = backend.care.now();
  const asked = { practiceId: practice.practiceId, actor, requestId: 'test', now };
  const rows = await backend.care.store.inPractice(asked, ({ audit }) => audit.ofClient(clientId));
  return rows.flatMap(({ at, action }) =>
    at >= BEGAN && /^(?:insertion\.|alert\.acknowledged)/.test(action) ? [action] : [],
  );
}

async function openVerified(key: string): Promise<PanelDriver> {
  const panel = await stage.openNote(key);
  await panel.shows('Goes to Simple Progress Note');
  await until('it can be sealed', async () =>
    (await storedText(panel)).session.includes('sealingGrant'),
  );
  return panel;
}

/** A page of the extension in the place of the panel's: nothing in it asks the worker for a client. */
async function ownPageInstead(panel: PanelDriver): Promise<Page> {
  const address = await optionsAddress(panel);
  const page = await openTab(stage.browser);
  await page.goto(address);
  await panel.page.close();
  return page;
}

/** What the worker keeps of the outbox in the memory of the browser. */
async function keptBy(
  page: Page,
): Promise<{ readonly waiting: number; readonly failures: number }> {
  const { outbox } = await page.evaluate(() => chrome.storage.session.get());
  const { entries, failures } = outbox as { entries: readonly unknown[]; failures: number };
  return { waiting: entries.length, failures };
}

/** A person at the browser: it does not lock by itself. */
async function used(page: Page): Promise<void> {
  await page.evaluate(() =>
    chrome.runtime.sendMessage({ type: 'call', call: 'session.active', input: {} }),
  );
}

/** An alarm that rings once is gone when it has: the next one does not take its place before. */
async function hasRung(page: Page): Promise<void> {
  await until('the alarm has rung', () =>
    page.evaluate(async () => (await chrome.alarms.get('upkeep')) === undefined),
  );
}

async function nothingLeft(page: Page): Promise<void> {
  await until('nothing is left to send', async () => (await keptBy(page)).waiting === 0);
}

describe('a worker that is ended while the server already does what it was told', () => {
  it('tells it again with the server’s next answer, and an insertion is recorded once', async () => {
    const panel = await openVerified('riley-chen');
    await insertUnheard(panel, front, 'deaf');
    await until('the server has it', async () => (await toldOf('riley-chen')).length === 1);
    await panel.page.close();
    await killWorker(stage.browser);
    await front.become('open');
    const again = await stage.openChart('kit-bauer');
    await again.shows('record, name and birth date agree');
    const page = await ownPageInstead(again);
    await nothingLeft(page);
    expect(await toldOf('riley-chen')).toEqual(['insertion.recorded']);
  });

  it('tells it again when the alarm rings, and an alert is closed once', async () => {
    const panel = await openVerified('kit-bauer');
    const frame = await panel.frame();
    const alert = await frame.$eval(
      '.alert button[aria-label^="Acknowledge: "]',
      (button) => button.getAttribute('aria-label') ?? '',
    );
    await panel.press(alert);
    await front.become('deaf');
    await panel.press('Discussed in session');
    await until('the server has it', async () => (await toldOf('kit-bauer')).length === 1);
    const page = await ownPageInstead(panel);
    await killWorker(stage.browser);
    await front.become('open');
    await ringAlarm(page);
    await nothingLeft(page);
    expect(await toldOf('kit-bauer')).toEqual(['alert.acknowledged']);
  });
});

it('through an hour without a server it is tried less and less often, and a late alarm sends it once', async () => {
  const before = (await toldOf('riley-chen')).length;
  const panel = await openVerified('riley-chen');
  await insertUnheard(panel, front, 'closed');
  await panel.shows('This could not be entered in your practice’s register yet.');
  const page = await ownPageInstead(panel);
  expect((await keptBy(page)).failures).toBe(1);

  for (const [step, tries] of TRIES_IN_AN_HOUR.entries()) {
    await setWorkerClockAhead(stage.browser, (step + 1) * 5 * MINUTE);
    await used(page);
    await ringAlarm(page);
    await hasRung(page);
    await until(`it was tried ${tries} times`, async () => (await keptBy(page)).failures === tries);
  }
  expect(await toldOf('riley-chen')).toHaveLength(before);

  await front.become('open');
  // It was due four minutes ago: alarms are late after sleep.
  await setWorkerClockAhead(stage.browser, 64 * MINUTE);
  await used(page);
  await ringAlarm(page);
  await nothingLeft(page);
  expect(await toldOf('riley-chen')).toHaveLength(before + 1);
});
