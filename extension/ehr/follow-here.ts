import type { EhrAdapter } from './contract.ts';
import { followPage, type ToWorker } from './follow-page.ts';
import { leaveFollowedPage } from './followed-page.ts';

/** The part of the browser's interface that reading a page needs. */
export interface FollowingBrowser {
  /** Without an id, or gone as a whole, once the extension was replaced. */
  readonly runtime?: {
    readonly id?: string;
    sendMessage(message: ToWorker): Promise<unknown>;
  };
}

/** Follows the page that this script runs in, if it is one of the adapter's. */
export function followHere(adapter: EhrAdapter, browser: FollowingBrowser): void {
  if (!adapter.matches(new URL(location.href))) return;
  const page = followPage({
    adapter,
    view: window,
    keyPrefix: crypto.randomUUID().slice(0, 8),
    tell: (message) => void tell(browser, message),
    isOrphaned: () => browser.runtime?.id === undefined,
  });
  leaveFollowedPage(globalThis, page);
}

async function tell({ runtime }: FollowingBrowser, message: ToWorker): Promise<void> {
  try {
    await runtime?.sendMessage(message);
  } catch {
    // Nobody listens while the extension is being replaced; the badge is then the new one's to set.
  }
}
