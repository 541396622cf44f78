import type { Frame } from 'puppeteer';
import type { PanelDriver } from '#test/support/panel.ts';
import { IDENTIFIERS } from './visit.ts';

declare global {
  /** Milliseconds from a press in the panel until it had painted whom it is about. */
  var unfolding: Promise<number> | undefined;
}

/** Collapses a panel and opens it again: milliseconds from that press until the client is painted. */
export async function unfoldedAfter(panel: PanelDriver): Promise<number> {
  await panel.press('Collapse the panel');
  const frame = await panel.frame();
  await watchUnfolding(frame);
  await panel.press('Open Throughline');
  const took = await frame.evaluate(() => globalThis.unfolding);
  return took ?? Number.NaN;
}

function watchUnfolding(frame: Frame): Promise<void> {
  return frame.evaluate((wanted) => {
    const painted = (pressed: number, resolve: (took: number) => void) => {
      if (document.querySelector(wanted) === null) {
        requestAnimationFrame(() => painted(pressed, resolve));
        return;
      }
      // What is in the document now is painted between the next frame's callback and the next task.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
    };
    globalThis.unfolding = new Promise((resolve) => {
      const start = (event: Event) => painted(event.timeStamp, resolve);
      addEventListener('click', start, { capture: true, once: true });
    });
  }, IDENTIFIERS);
}
