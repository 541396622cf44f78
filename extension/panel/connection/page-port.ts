import { PageToPanel, type PanelToPage, panelPortName } from '../../messages/page.ts';

/** The part of the browser's tabs that the panel uses. */
export interface OwnTab {
  /** The tab that the panel's frame is in. */
  readonly getCurrent: () => Promise<{ readonly id?: number | undefined } | undefined>;
  readonly connect: (
    tabId: number,
    how: { readonly frameId: number; readonly name: string },
  ) => Port;
}

/** The part of a port that the panel uses. */
export interface Port {
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  readonly postMessage: (message: PanelToPage) => void;
  readonly disconnect: () => void;
}

/** What the panel hears of its page. */
export interface PageListener {
  readonly onMessage: (message: PageToPanel) => void;
  /** The page's side is there, or gone: navigated away, put aside, or its script was replaced. */
  readonly onConnected: () => void;
  readonly onLost: () => void;
}

/** The way to the page. */
export interface PagePort {
  /** False when nobody is at the other end: nothing was sent. */
  readonly send: (message: PanelToPage) => boolean;
}

/** Milliseconds before trying again, growing: a page that is put aside may come back late. */
const RETRY_AFTER_MS = [200, 500, 1000, 2000, 5000];

/** What the connection needs. */
export interface PagePortDependencies {
  readonly tabs: OwnTab;
  /** Given to this frame by the content script that made it. */
  readonly nonce: string;
  readonly listener: PageListener;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly signal: AbortSignal;
}

/**
 * Keeps a port to the content script of the own tab's top frame. Only that script knows the
 * nonce, and the page can neither open nor hear the port. What comes through is checked: the
 * script shares its process with the page.
 */
export function openPagePort(dependencies: PagePortDependencies): PagePort {
  const { listener, signal } = dependencies;
  let port: Port | null = null;
  let failures = 0;

  async function connect(): Promise<void> {
    if (signal.aborted) return;
    const tab = await dependencies.tabs.getCurrent();
    if (tab?.id === undefined) return listener.onLost();
    const opened = dependencies.tabs.connect(tab.id, {
      frameId: 0,
      name: panelPortName(dependencies.nonce),
    });
    port = opened;
    opened.onMessage.addListener((message) => hear(opened, message));
    opened.onDisconnect.addListener(() => lose(opened));
    post(opened, { type: 'look' });
  }

  function hear(from: Port, message: unknown): void {
    const parsed = PageToPanel.safeParse(message);
    if (from !== port || !parsed.success) return;
    if (failures > 0) failures = 0;
    listener.onConnected();
    listener.onMessage(parsed.data);
  }

  function lose(which: Port): void {
    if (which !== port) return;
    port = null;
    listener.onLost();
    const wait = RETRY_AFTER_MS[Math.min(failures, RETRY_AFTER_MS.length - 1)] ?? 0;
    failures += 1;
    dependencies.setTimeout(() => void connect(), wait);
  }

  signal.addEventListener('abort', () => port?.disconnect());
  void connect();
  return {
    send(message) {
      if (port === null) return false;
      post(port, message);
      return true;
    },
  };
}

function post(port: Port, message: PanelToPage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one end only
  port.postMessage(message);
}
