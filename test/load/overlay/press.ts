import type { Page } from 'puppeteer';

declare global {
  /** Wall-clock milliseconds of the last trusted press in a page. */
  var pressedAtMs: number | undefined;
}

/** From the next navigation on, the page notes when a person presses something in it. */
export async function watchPress(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    addEventListener(
      'click',
      (event) => {
        if (event.isTrusted) globalThis.pressedAtMs = performance.timeOrigin + event.timeStamp;
      },
      { capture: true },
    );
  });
}

/** Wall-clock milliseconds of the last press in a page. */
export async function pressedAt(page: Page): Promise<number> {
  return (await page.evaluate(() => globalThis.pressedAtMs)) ?? Number.NaN;
}
