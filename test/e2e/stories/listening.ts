import type { Page } from 'puppeteer';
import type { PanelDriver } from '#test/support/panel.ts';

/** All that was said on the panel's lines. */
export interface Overheard {
  /** What the panel sent to the content script. */
  readonly toPage: unknown[];
  /** What the content script sent to the panel and the worker. */
  readonly fromPage: unknown[];
}

interface WithOverheard {
  overheard: Overheard;
}

interface WithPosted {
  posted: unknown[];
}

/** The part of the browser's interface that is listened to, in the panel's frame. */
declare const chrome: {
  readonly runtime: { readonly onMessage: { addListener(hear: (message: unknown) => void): void } };
  readonly tabs: {
    connect(...how: readonly unknown[]): {
      postMessage(message: unknown): void;
      readonly onMessage: { addListener(hear: (message: unknown) => void): void };
    };
  };
};

/**
 * Makes the panel's frame keep what is said on its lines, and the page what is posted to it. Call
 * before the page loads.
 */
export async function listenIn(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    if (location.protocol !== 'chrome-extension:') {
      const posted: unknown[] = [];
      (globalThis as unknown as WithPosted).posted = posted;
      addEventListener('message', ({ data }) => void posted.push(data));
      return;
    }
    const { toPage, fromPage }: Overheard = { toPage: [], fromPage: [] };
    (globalThis as unknown as WithOverheard).overheard = { toPage, fromPage };
    chrome.runtime.onMessage.addListener((message) => void fromPage.push(message));
    const connect = chrome.tabs.connect.bind(chrome.tabs);
    chrome.tabs.connect = (...how) => {
      const port = connect(...how);
      const post = port.postMessage.bind(port);
      port.onMessage.addListener((message) => void fromPage.push(message));
      port.postMessage = (message) => {
        toPage.push(message);
        post(message);
      };
      return port;
    };
  });
}

/** What was said so far. */
export async function overheardBy(panel: PanelDriver): Promise<Overheard> {
  const frame = await panel.frame();
  return frame.evaluate(() => (globalThis as unknown as WithOverheard).overheard);
}

/** What was posted to the page's window so far, by whomever. */
export function postedTo(page: Page): Promise<unknown[]> {
  return page.evaluate(() => (globalThis as unknown as WithPosted).posted);
}

/** All that the page's own program can find out by looking around. */
export function whatThePageSees(page: Page): Promise<string> {
  return page.evaluate(() => {
    const seen: unknown[] = [document.title, location.href, document.documentElement.outerHTML];
    for (const element of document.querySelectorAll('*')) seen.push(element.shadowRoot?.innerHTML);
    for (let index = 0; index < window.length; index += 1) {
      for (const look of [
        () => window[index]?.document.body.innerText,
        () => window[index]?.location.href,
        () => window[index]?.name,
      ]) {
        try {
          seen.push(look());
        } catch {
          // Another origin: this is what must happen.
        }
      }
    }
    const resources = performance.getEntries().map(({ name }) => name);
    seen.push(resources, localStorage, sessionStorage, document.cookie);
    return JSON.stringify(seen);
  });
}
