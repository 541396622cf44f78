import type { PanelDriver } from '#test/support/panel.ts';

/** The part of the browser's extension interface that stories look at, from the panel's frame. */
declare const chrome: {
  readonly tabs: { getCurrent(): Promise<{ readonly id: number }> };
  readonly action: { getBadgeText(details: { readonly tabId: number }): Promise<string> };
  readonly storage: {
    readonly session: Area;
    readonly local: Area;
  };
  readonly runtime: {
    getURL(path: string): string;
    sendMessage(message: unknown): Promise<unknown>;
  };
};

interface Area {
  get(): Promise<Record<string, unknown>>;
  clear(): Promise<void>;
}

/** What the toolbar says of the panel's tab. */
export async function badgeOf(panel: PanelDriver): Promise<string> {
  const frame = await panel.frame();
  return frame.evaluate(async () => {
    const { id } = await chrome.tabs.getCurrent();
    return chrome.action.getBadgeText({ tabId: id });
  });
}

/** Where the extension's settings are. */
export async function optionsAddress(panel: PanelDriver): Promise<string> {
  const frame = await panel.frame();
  return frame.evaluate(() => chrome.runtime.getURL('/options.html'));
}

/** The token that this browser acts with; null when nobody is signed in. */
export async function tokenOf(panel: PanelDriver): Promise<string | null> {
  const frame = await panel.frame();
  return frame.evaluate(async () => {
    const held = (await chrome.storage.session.get())['bearerToken'];
    return held === undefined ? null : (held as { readonly token: string }).token;
  });
}

/** Everything that the extension keeps in the two storage areas, as text. */
export async function storedText(panel: PanelDriver): Promise<{ local: string; session: string }> {
  const frame = await panel.frame();
  return frame.evaluate(async () => ({
    local: JSON.stringify(await chrome.storage.local.get()),
    session: JSON.stringify(await chrome.storage.session.get()),
  }));
}

/** Everything that the extension keeps in its databases, as text; bytes are read as letters. */
export async function databaseText(panel: PanelDriver): Promise<string> {
  const frame = await panel.frame();
  return frame.evaluate(async () => {
    const found: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name ?? '');
        opening.addEventListener('success', () => resolve(opening.result));
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.addEventListener('success', () => resolve(reading.result));
        });
        found.push(store, ...rows);
      }
      database.close();
    }
    return JSON.stringify(found, (_key, value: unknown) =>
      value instanceof ArrayBuffer || value instanceof Uint8Array
        ? new TextDecoder('latin1').decode(value)
        : value,
    );
  });
}

/** Empties the extension's memory of this browser session, as a restart of the browser does. */
export async function forgetSession(panel: PanelDriver): Promise<void> {
  const frame = await panel.frame();
  await frame.evaluate(() => chrome.storage.session.clear());
}

/** Signs out as the settings page does. */
export async function signOut(panel: PanelDriver): Promise<void> {
  const frame = await panel.frame();
  await frame.evaluate(() =>
    chrome.runtime.sendMessage({ type: 'call', call: 'session.signOut', input: {} }),
  );
}
