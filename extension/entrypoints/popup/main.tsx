import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createAskWorker, onWorkerNotice } from '../../local/ask-worker.ts';
import { reportActivity } from '../../panel/activity.ts';
import { Popup } from '../../popup/popup.tsx';
import { createPopupStore } from '../../popup/popup-store.ts';

/** Milliseconds between looks while the popup is open: below the limit of "just now". */
const LOOK_EVERY_MS = 40_000;

const lifetime = new AbortController();
const ask = createAskWorker(browser.runtime);
const store = createPopupStore({
  ask,
  now: () => new Date(),
  async activeTab() {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab?.id ?? null;
  },
  badgeTitle: (tabId) => browser.action.getTitle({ tabId }),
});
onWorkerNotice(browser.runtime, store.onNotice, lifetime.signal);
reportActivity({ ask, document, now: () => performance.now(), signal: lifetime.signal });
void store.load();
setInterval(store.tick, 1000);
setInterval(() => void store.load(), LOOK_EVERY_MS);

const actions = {
  openSettings: () => void browser.runtime.openOptionsPage(),
  openAlerts: () => void ask('console.open', { page: 'alerts' }),
  openCaseload: () => void ask('console.open', { page: 'caseload' }),
  pairing: () => ask('session.pairing', {}),
  isLocked: () => ask('session.isLocked', {}),
  startPairing: () => ask('session.startPairing', {}),
  pollPairing: () => ask('session.pollPairing', {}),
};
const root = document.getElementById('popup');
if (root !== null) render(<Popup store={store} actions={actions} />, root);
