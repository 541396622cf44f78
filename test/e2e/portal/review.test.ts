import { rmSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningBackend } from '#backend/serve.ts';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { newDirectory } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { openPhone } from '#test/support/phone.ts';
import { BORN, sentTogether } from './sent.ts';

/** One of one line, and one of several on a narrow phone, in turn. */
const ANSWERS = ['Several days', 'More than half the days'];

let backend: RunningBackend;
let directory: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  directory = newDirectory();
  backend = await startLocalBackend(directory);
  browser = await launchBrowser({ hosts: {} });
  const link = await sentTogether(backend, ['phq9']);
  const phone = await openPhone(browser, link, { bornOn: BORN });
  ({ page } = phone);
  await phone.tap('Start');
  for (let number = 1; number <= 9; number += 1) {
    await phone.shows(`Question ${number} of 9`);
    await phone.tap(ANSWERS[number % 2] ?? '');
  }
  await phone.shows('Look over your answers');
});
afterAll(async () => {
  await browser.close();
  await backend.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Lays the review out on the narrowest phone, with letters so large, in per cent. */
async function layOut(letters: number, scheme: 'light' | 'dark'): Promise<void> {
  await page.setViewport({ width: 320, height: 640, isMobile: true, hasTouch: true });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`;
  }, letters);
}

/** Distances and sizes, in CSS pixels, question by question. */
async function measured() {
  return page.$$eval('.answers li', (all) =>
    all.map((one, index) => {
      const [asked, given, change] = ['.asked', '.given', 'a'].map((part) =>
        one.querySelector(part)?.getBoundingClientRect(),
      );
      const next = all[index + 1]?.querySelector('.asked')?.getBoundingClientRect();
      const [above, below] = [given?.top ?? 0, given?.bottom ?? 0];
      return {
        height: Math.round(below - above),
        toQuestion: Math.round(above - (asked?.bottom ?? 0)),
        toNext: next === undefined ? null : Math.round(next.top - below),
        target: change?.height ?? 0,
        sticksOut: one.scrollWidth > one.clientWidth,
      };
    }),
  );
}

it.each([
  [100, 'light'],
  [100, 'dark'],
  [200, 'light'],
  [200, 'dark'],
] as const)(
  'each answer stands with its own question, of one line or of many, with letters of %i per cent (%s)',
  async (letters, scheme) => {
    await layOut(letters, scheme);
    const all = await measured();
    expect(all).toHaveLength(9);
    expect(new Set(all.map(({ height }) => height)).size).toBe(2);
    expect(new Set(all.map(({ toQuestion }) => toQuestion)).size).toBe(1);
    for (const { toQuestion, toNext, target, sticksOut } of all) {
      if (toNext !== null) expect(toNext).toBeGreaterThan(3 * toQuestion);
      expect(target).toBeGreaterThanOrEqual(44);
      expect(sticksOut).toBe(false);
    }
    expect(await violationsIn(page.mainFrame())).toEqual([]);
  },
);
