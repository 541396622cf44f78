import type { Browser, Frame } from 'puppeteer';
import { openTab } from '#test/support/browser.ts';
import { ringAlarm } from '#test/support/extension-worker.ts';
import { type PanelDriver, panelOf } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';

/** The part of the browser's extension interface that is looked at, from the panel's frame. */
declare const chrome: {
  readonly runtime: {
    sendMessage(message: unknown): Promise<{ readonly value: { readonly line: string } }>;
  };
};

/**
 * Opens a page whose panel learns what it learns because it is told: it does not look every 40 seconds
 * by itself.
 */
export async function openUnlooking(browser: Browser, address: string): Promise<PanelDriver> {
  const page = await openTab(browser);
  await page.evaluateOnNewDocument(() => {
    const repeat = globalThis.setInterval.bind(globalThis);
    globalThis.setInterval = ((run: () => void, ms?: number) =>
      ms === 40_000 ? 0 : repeat(run, ms)) as typeof globalThis.setInterval;
  });
  await page.goto(address);
  return panelOf(page);
}

/** Waits until the worker hears the server; it sees to its line every minute, and here at once. */
export async function lineWorks(panel: PanelDriver): Promise<void> {
  const frame = await panel.frame();
  await ringAlarm(frame);
  await until('the line works', async () => (await lineOf(frame)) === 'works');
}

/** Waits until the worker knows that it does not hear the server. */
export async function lineBreaks(panel: PanelDriver): Promise<void> {
  const frame = await panel.frame();
  await until('the line is broken', async () => (await lineOf(frame)) === 'silent');
}

async function lineOf(frame: Frame): Promise<string> {
  const { value } = await frame.evaluate(() =>
    chrome.runtime.sendMessage({ type: 'call', call: 'alertWay.get', input: {} }),
  );
  return value.line;
}
