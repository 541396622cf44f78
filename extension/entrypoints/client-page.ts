import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findFollowedPage } from '../ehr/followed-page.ts';
import { startClientPage } from '../frame/client-page.ts';

// WXT types this by the paths of a build, which a fresh checkout does not have yet.
declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: '/panel.html'): string;
  }
}

/** Brought by the worker to pages where a client is expected; what it needs is there before it. */
export default defineUnlistedScript(() => {
  const followed = findFollowedPage(globalThis);
  if (followed === null || followed.isAttached()) return;
  startClientPage(followed, {
    extensionId: browser.runtime.id,
    panelAddress: browser.runtime.getURL('/panel.html'),
    onConnect: (offer) => browser.runtime.onConnect.addListener(offer),
    onWorkerMessage: (hear) =>
      browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
        // The worker is in no tab; our own pages in tabs have nothing to say to a page.
        const isWorker = sender.id === browser.runtime.id && sender.tab === undefined;
        if (isWorker) sendResponse(hear(message));
      }),
    newNonce: () => crypto.randomUUID(),
  });
});
