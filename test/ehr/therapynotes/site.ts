import type { Gate } from '../server/gate.ts';
import type { Markup } from '../server/markup.ts';
import { contentSecurityPolicy, pageNonce } from '../server/policy.ts';
import { pageReply } from '../server/replies.ts';
import type { PageReply, PageRequest } from '../server/secure-server.ts';
import type { Appearance } from './options.ts';
import { document } from './pages/document.ts';
import type { TherapyNotesState } from './state.ts';

/** All that an answer depends on. */
export type Site = {
  readonly appearance: Appearance;
  readonly gates: { readonly tab: Gate; readonly note: Gate };
  /** The browser program. */
  readonly script: string;
  readonly state: TherapyNotesState;
  readonly trustedTypes: boolean;
};

/** A handler of one path; `match` holds what the path's pattern captured. */
export type Handler = (
  site: Site,
  request: PageRequest,
  match: readonly string[],
) => Promise<PageReply>;

/** A whole page with its policy. `viewState`: what a postback brings back. */
export function sitePage(site: Site, content: Markup, viewState: unknown = {}): PageReply {
  const nonce = pageNonce();
  const page = document(content, nonce, viewState, site.appearance.autosaveDelayMs);
  return pageReply(page, contentSecurityPolicy(nonce, site.trustedTypes));
}

/** The path of a note's page. */
export function notePath({ appearance }: Site, noteId: string): string {
  return appearance.notePath.replace('{noteId}', noteId);
}
