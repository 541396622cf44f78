import { v7 } from 'uuid';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { browserNameOf } from '../local/fleet/browser-name.ts';
import { listen } from '../local/listeners.ts';
import { createWorker } from '../local/worker.ts';

declare const BUILD_BACKEND: string;

export default defineBackground(() => {
  const worker = createWorker({
    browser,
    build: BUILD_BACKEND,
    fetch: globalThis.fetch.bind(globalThis),
    crypto: globalThis.crypto,
    now: () => new Date(),
    newId: () => v7(),
    installation: () => ({
      extensionVersion: browser.runtime.getManifest().version,
      browser: browserNameOf(globalThis.navigator),
    }),
  });
  listen(browser, worker, globalThis.location.origin);
});
