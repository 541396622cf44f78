import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createAskWorker, onWorkerNotice } from '../../local/ask-worker.ts';
import { App } from '../../panel/app.tsx';
import { openPagePort } from '../../panel/connection/page-port.ts';
import { createPanelStore } from '../../panel/state/store.ts';

/** Milliseconds between looks while somebody can see the panel: below the limit of "just now". */
const VERIFY_EVERY_MS = 40_000;

const lifetime = new AbortController();
const ask = createAskWorker(browser.runtime);
const store = createPanelStore({ ask, now: () => new Date() });

openPagePort({
  tabs: browser.tabs,
  nonce: location.hash.slice(1),
  listener: store,
  setTimeout: globalThis.setTimeout.bind(globalThis),
  signal: lifetime.signal,
});
onWorkerNotice(browser.runtime, store.onNotice, lifetime.signal);
void store.askPerson();

setInterval(() => {
  if (!document.hidden) store.tick();
}, 1000);
setInterval(() => {
  if (!document.hidden) void store.verify();
}, VERIFY_EVERY_MS);

const root = document.getElementById('panel');
if (root !== null) render(<App store={store} />, root);
