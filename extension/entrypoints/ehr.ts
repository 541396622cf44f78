import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageReading } from '#shared/contracts/reading.ts';
import { type EhrPage, openPage } from '../ehr/page.ts';
import { adapterFor } from '../ehr/registry.ts';
import { mountFrame } from '../frame/frame.ts';
import { createPanelLink, type PanelLink } from '../frame/panel-link.ts';
import { createPresence, type Presence } from '../frame/presence.ts';
import type { PanelToPage } from '../messages/page.ts';
import type { ReadingNotice } from '../messages/worker.ts';

// WXT types this by the paths of a build, which a fresh checkout does not have yet.
declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: '/panel.html'): string;
  }
}

/** Time for the panel to hear that it must close, before its frame goes, in milliseconds. */
const FAREWELL_MS = 500;

/** Runs in every page of an EHR; registered in `wxt.config.ts`. */
export default defineUnlistedScript(() => {
  const adapter = adapterFor(new URL(location.href));
  if (adapter === null) return;

  const lifetime = new AbortController();
  const { signal } = lifetime;
  const presence = createPresence(() => {
    const frame = mountFrame({
      doc: document,
      panelAddress: browser.runtime.getURL('/panel.html'),
      nonce: crypto.randomUUID(),
      now: () => performance.now(),
      onFight() {
        link.tell({ type: 'pageFights' });
        setTimeout(() => presence.giveUp(), FAREWELL_MS);
      },
    });
    return frame;
  }, signal);
  const link = createPanelLink({
    extensionId: browser.runtime.id,
    nonce: () => presence.frame()?.nonce ?? null,
    onMessage: (message) => void answer(message, page, link, presence),
  });
  browser.runtime.onConnect.addListener((port) => link.offer(port));

  const page = openPage({
    adapter,
    view: window,
    keyPrefix: crypto.randomUUID().slice(0, 8),
    signal,
    onReading(reading, expectsClient) {
      if (isOrphaned()) return lifetime.abort();
      presence.follow(reading, expectsClient);
      link.tell({ type: 'reading', reading });
      void notifyWorker(reading);
    },
  });
});

/**
 * Whether the extension was updated, switched off or removed while this page stayed. Its panel then
 * stands in the page as it was, hears nothing any more, and must not outlive what it was about.
 */
function isOrphaned(): boolean {
  const { runtime } = browser as { readonly runtime?: { readonly id?: string } };
  return runtime?.id === undefined;
}

/** Does what the panel asked, and says how it went. */
async function answer(
  message: PanelToPage,
  page: EhrPage,
  link: PanelLink,
  presence: Presence,
): Promise<void> {
  switch (message.type) {
    case 'look':
      return link.tell({ type: 'reading', reading: page.read() });
    case 'insert': {
      const { insertionId } = message.plan;
      const outcome = await page.insert(message.plan);
      return link.tell({ type: 'inserted', insertionId, outcome });
    }
    case 'undo': {
      const { insertionId } = message;
      const outcome = await page.undo(insertionId);
      return link.tell({ type: 'undone', insertionId, outcome });
    }
    case 'place':
      return presence.frame()?.place(message);
    case 'pickField':
    case 'stopPicking':
    case 'useField':
    case 'check':
      // Nothing in this page answers these yet.
      return;
    case 'releaseFocus':
      return presence.frame()?.releaseFocus();
  }
}

async function notifyWorker(reading: PageReading): Promise<void> {
  const notice: ReadingNotice = { type: 'reading', reading };
  try {
    await browser.runtime.sendMessage(notice);
  } catch {
    // Nobody listens while the extension is being replaced; the badge is then the new one's to set.
  }
}
