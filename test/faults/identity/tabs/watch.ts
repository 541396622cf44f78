import type { Page } from 'puppeteer';
import { markedIn, namedByEhr, namedByPanel, type TabEhr } from './clients.ts';
import type { Sight } from './sights.ts';

/** What a document tells of itself; see {@link tellOfItself}. */
interface Told {
  readonly of: 'page' | 'panel';
  readonly at: number;
  readonly document: number;
  readonly path: string;
  readonly header: string;
  readonly text: string;
  readonly visible: boolean;
  /** It was left, kept by the browser, and is shown again as it was. */
  readonly restored: boolean;
}

/** What is seen in a tab, told by its documents and not by the extension. */
export interface WatchedTab {
  /** All since the last time, oldest first. */
  readonly takeSights: () => readonly Sight[];
  /** The newest of the page, and of its panel; null before there was one. */
  readonly page: () => (Extract<Sight, { of: 'page' }> & { readonly path: string }) | null;
  readonly panel: () => Extract<Sight, { of: 'panel' }> | null;
  /** Documents that came back as they had been left. */
  readonly restored: () => number;
}

const SIGN = 'sight ';

/**
 * Watches a tab from its first document on.
 *
 * @param ownerOf whose address a path is, by the EHR's records
 */
export async function watchTab(
  page: Page,
  ehr: TabEhr,
  ownerOf: (path: string) => string | null,
): Promise<WatchedTab> {
  let sights: Sight[] = [];
  let restored = 0;
  let newest: ReturnType<WatchedTab['page']> = null;
  let panel: ReturnType<WatchedTab['panel']> = null;
  page.on('console', (message) => {
    const words = message.text();
    if (!words.startsWith(SIGN)) return;
    const told = JSON.parse(words.slice(SIGN.length)) as Told;
    const { at, document, path, header, text, visible } = told;
    restored += told.restored ? 1 : 0;
    if (told.of === 'panel') {
      const shows = [...new Set([...namedByPanel(header), ...markedIn(text)])];
      panel = { of: 'panel', at, document, shows };
      sights.push(panel);
      return;
    }
    if (newest !== null && newest.document !== document) panel = null;
    const named = namedByEhr(ehr, header);
    newest = { of: 'page', at, document, owner: ownerOf(path), named, visible, path };
    sights.push(newest);
  });
  await page.evaluateOnNewDocument(tellOfItself, SIGN);
  return {
    takeSights() {
      const taken = sights;
      sights = [];
      return taken;
    },
    page: () => newest,
    panel: () => panel,
    restored: () => restored,
  };
}

/** Runs in every document of a tab: says in the console what is drawn, as often as that changes. */
function tellOfItself(sign: string): void {
  const isPanel = location.protocol === 'chrome-extension:';
  if (!isPanel && window !== top) return;
  let last = '';
  const tell = (restored: boolean) => {
    const headers = document.querySelectorAll(
      isPanel ? 'header.identity' : '.client-header, .patient-header',
    );
    const now = {
      of: isPanel ? 'panel' : 'page',
      document: performance.timeOrigin,
      path: location.pathname,
      header: [...headers].map(({ textContent }) => textContent).join(' | '),
      text: isPanel ? (document.body?.textContent ?? '') : '',
      visible: document.visibilityState === 'visible',
      restored,
    };
    const words = JSON.stringify(now);
    if (words === last) return;
    last = words;
    const at = performance.timeOrigin + performance.now();
    console.debug(`${sign}${JSON.stringify({ ...now, at })}`);
  };
  const look = () => tell(false);
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  document.addEventListener('visibilitychange', look);
  addEventListener('popstate', look);
  addEventListener('pageshow', ({ persisted }) => tell(persisted));
  Reflect.get(globalThis, 'navigation')?.addEventListener('currententrychange', look);
  look();
}
