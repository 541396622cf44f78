import type { Page } from 'puppeteer';
import type { SimplePractice } from '#test/ehr/simplepractice/server.ts';

/** A page whose program stands still, and with it the content script. */
export interface FrozenPage {
  /** Lets the page do what it was about to do, and go on. */
  thaw(): Promise<void>;
  /** Closes the page's tab as it stands: what was about to happen never does. */
  close(): Promise<void>;
}

/**
 * Stops a page in the middle of a turn: it waits for its server, and in the very turn in which the
 * answer comes it presses the elements of these selectors, one after the other. Whatever reaches
 * the page meanwhile, such as an insertion, finds the page as it is after that.
 */
export async function freeze(
  page: Page,
  { gates }: SimplePractice,
  presses: readonly string[],
): Promise<FrozenPage> {
  gates.header.hold();
  const turn = page.evaluate((selectors) => {
    const request = new XMLHttpRequest();
    request.open('GET', '/frontend/headers/appointments/2718400101', false);
    request.send();
    for (const selector of selectors) document.querySelector<HTMLElement>(selector)?.click();
  }, presses);
  await gates.header.arrival();
  return {
    async thaw() {
      gates.header.release();
      await turn;
    },
    async close() {
      await Promise.allSettled([turn, page.close()]);
    },
  };
}
