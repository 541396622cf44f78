import type { Frame, Page } from 'puppeteer';

declare global {
  /** Wall-clock milliseconds at which what was watched for was on the screen; in a page's frame. */
  var drawnAt: number | undefined;
}

/**
 * From the next navigation on, every frame of the page notes when an element that fits is first on
 * the screen: inserted, laid out and painted.
 */
export async function watchFor(page: Page, selector: string): Promise<void> {
  await page.evaluateOnNewDocument((wanted: string) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector(wanted) === null) return;
      observer.disconnect();
      // The frame that contains the element is painted between this callback and the next task.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          globalThis.drawnAt = performance.timeOrigin + performance.now();
        });
        port1.start();
        port2.postMessage(null);
      });
    });
    observer.observe(document, { childList: true, subtree: true });
  }, selector);
}

/** Wall-clock milliseconds at which a page or frame began to load. */
export function startOf(frame: Page | Frame): Promise<number> {
  return frame.evaluate(() => performance.timeOrigin);
}

/** Milliseconds from the start of the page's navigation until a frame of it had drawn. */
export async function drawnAfter(page: Page, frame: Frame): Promise<number> {
  const drawn = await frame.waitForFunction(() => globalThis.drawnAt);
  return ((await drawn.jsonValue()) ?? Number.NaN) - (await startOf(page));
}
