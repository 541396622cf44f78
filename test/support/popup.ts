import { type Browser, type Page, TargetType, type WebWorker } from 'puppeteer';

/** The part of the browser's extension interface that stands for the toolbar and the keyboard. */
declare const chrome: {
  readonly action: { openPopup(): Promise<void> };
  readonly commands: {
    readonly onCommand: { dispatch(name: string, tab: { readonly id: number }): void };
  };
  readonly tabs: {
    query(which: {
      readonly active: true;
      readonly lastFocusedWindow: true;
    }): Promise<{ id: number }[]>;
  };
};

async function workerOf(browser: Browser): Promise<WebWorker> {
  const target = await browser.waitForTarget((one) => one.type() === TargetType.SERVICE_WORKER);
  const worker = await target.worker();
  if (worker === null) throw new Error('the extension has no worker');
  return worker;
}

/** Opens the popup over the tab in front, as a click on the toolbar does. */
export async function openPopup(browser: Browser): Promise<Page> {
  const worker = await workerOf(browser);
  const opening = browser.waitForTarget((one) => one.url().endsWith('/popup.html'));
  await worker.evaluate(() => chrome.action.openPopup());
  return (await opening).asPage();
}

/** Presses the keys of a command: puppeteer's own presses reach the page and not the browser. */
export async function pressCommand(browser: Browser, name: string): Promise<void> {
  const worker = await workerOf(browser);
  await worker.evaluate(async (command) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab !== undefined) chrome.commands.onCommand.dispatch(command, tab);
  }, name);
}

/** Waits until the popup shows these words. */
export async function popupShows(popup: Page, words: string): Promise<void> {
  await popup.waitForFunction(
    (wanted) => document.body.innerText.replaceAll(/\s+/g, ' ').includes(wanted),
    {},
    words,
  );
}
