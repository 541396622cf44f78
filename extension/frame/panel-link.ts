import type { PageToPanel, PanelToPage } from '../messages/page.ts';
import { panelRequest } from '../messages/panel-request.ts';
import { panelPortName } from '../messages/port-name.ts';

/** The part of a browser's port that is used. */
export interface PanelPort {
  readonly name: string;
  readonly sender?: { readonly id?: string | undefined } | undefined;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
  disconnect(): void;
}

/** The content script's end of the line to its panel. */
export interface PanelLink {
  /** Takes a port that was offered, or hangs up. */
  offer(port: PanelPort): void;
  /** Tells the panel, if one is there. */
  tell(message: PageToPanel): void;
}

/** What the line needs. */
export interface PanelLinkParts {
  /** The extension's own id. */
  readonly extensionId: string;
  /** The nonce of the frame that is mounted now; null when none is. */
  readonly nonce: () => string | null;
  /** Called with every message that passed the contract. */
  readonly onMessage: (message: PanelToPage) => void;
}

/**
 * Connects a page with the one panel that was made for it: same extension, exact nonce, one port
 * at a time. Anything that is not in the contract is dropped.
 */
export function createPanelLink({ extensionId, nonce, onMessage }: PanelLinkParts): PanelLink {
  let current: PanelPort | null = null;
  return {
    offer(port) {
      const expected = nonce();
      const known = expected !== null && port.name === panelPortName(expected);
      if (port.sender?.id !== extensionId || !known || current !== null) return port.disconnect();
      current = port;
      port.onDisconnect.addListener(() => {
        current = null;
      });
      port.onMessage.addListener((message) => {
        const request = panelRequest(message);
        if (request !== null && nonce() === expected) onMessage(request);
      });
    },
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one end only
    tell: (message) => current?.postMessage(message),
  };
}
