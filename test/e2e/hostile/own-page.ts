import { type Browser, type Page, TargetType } from 'puppeteer';
import { openTab } from '#test/support/browser.ts';

/** What the toolbar shows and says of a tab. */
export interface ToolbarWords {
  readonly text: string;
  readonly title: string;
}

/** A page of the extension in a tab of its own, from which the browser can be asked. */
export interface OwnPage {
  readonly page: Page;
  /** As the clinician reads it while that tab is in front. */
  toolbar(of: Page): Promise<ToolbarWords>;
}

/** The part of the browser's extension interface that is asked. */
declare const chrome: {
  readonly tabs: {
    query(which: { readonly url: string }): Promise<readonly { readonly id: number }[]>;
  };
  readonly action: {
    getBadgeText(of: { readonly tabId: number }): Promise<string>;
    getTitle(of: { readonly tabId: number }): Promise<string>;
  };
};

/** The extension's id in this browser. */
export async function extensionId(browser: Browser): Promise<string> {
  const target = await browser.waitForTarget(
    (candidate) => candidate.type() === TargetType.SERVICE_WORKER,
  );
  return new URL(target.url()).host;
}

/** Opens it. */
export async function ownPage(browser: Browser): Promise<OwnPage> {
  const page = await openTab(browser);
  await page.goto(`chrome-extension://${await extensionId(browser)}/options.html`);
  return {
    page,
    toolbar: (of) =>
      page.evaluate(async (address) => {
        const [tab] = await chrome.tabs.query({ url: address });
        const where = { tabId: tab?.id ?? -1 };
        const [text, title] = [chrome.action.getBadgeText(where), chrome.action.getTitle(where)];
        return { text: await text, title: await title };
      }, of.url().split('#')[0] ?? ''),
  };
}
