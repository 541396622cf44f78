import { render } from 'preact';
import { v7 } from 'uuid';
import { browser } from 'wxt/browser';
import { InsertionId } from '#shared/contracts/ids.ts';
import { createAskWorker, onWorkerNotice } from '../../local/ask-worker.ts';
import { readShortcuts } from '../../local/shortcuts.ts';
import { reportActivity } from '../../panel/activity.ts';
import { App } from '../../panel/app.tsx';
import { loadMeasures } from '../../panel/measures/loaded.ts';
import { withMeasures } from '../../panel/measures/with-measures.ts';
import { startPanel } from '../../panel/start.ts';
import { createSeenAgain } from '../../panel/state/seen-again.ts';

/** Milliseconds between looks while somebody can see the panel: below the limit of "just now". */
const VERIFY_EVERY_MS = 40_000;

const lifetime = new AbortController();
const panel = startPanel({
  ask: withMeasures(createAskWorker(browser.runtime), loadMeasures),
  tabs: browser.tabs,
  nonce: location.hash.slice(1),
  document,
  now: () => new Date(),
  newId: () => InsertionId.parse(v7()),
  setTimeout: globalThis.setTimeout.bind(globalThis),
  async zoom() {
    const tab = await browser.tabs.getCurrent();
    return tab?.id === undefined ? 1 : browser.tabs.getZoom(tab.id);
  },
  shortcuts: () => readShortcuts(browser),
  openSettings: () => void browser.runtime.openOptionsPage(),
  signal: lifetime.signal,
});
const { store } = panel;
onWorkerNotice(browser.runtime, panel.onNotice, lifetime.signal);
void store.askPerson();
void panel.inserter.refreshRegister();
void panel.habits.refresh();

reportActivity({
  ask: createAskWorker(browser.runtime),
  document,
  now: () => performance.now(),
  signal: lifetime.signal,
  screen: store.screen,
});

setInterval(() => {
  if (!document.hidden) store.tick();
}, 1000);
setInterval(() => {
  if (!document.hidden) void panel.actions.verify();
}, VERIFY_EVERY_MS);

const seenAgain = createSeenAgain({ tick: store.tick, verify: panel.actions.verify });
function onSeenAgain(): void {
  if (!document.hidden) void seenAgain.begin();
}
document.addEventListener('visibilitychange', onSeenAgain);
// A page that was frozen, as when a laptop sleeps, comes back without having been hidden.
document.addEventListener('resume', onSeenAgain);
globalThis.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) onSeenAgain();
});

const root = document.getElementById('panel');
if (root !== null) render(<App {...panel} isBlank={seenAgain.isBlank} />, root);
