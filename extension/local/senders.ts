import type { EhrId } from '#shared/contracts/ehr.ts';
import { ehrOfAddress } from './ehr-hosts.ts';

/** What the browser says of a message's sender; the page can't forge it. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  /** Names one document of a tab; not every browser has it. */
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Who we are, and where the content script runs. */
export interface OwnAddress {
  readonly id: string;
  /** `chrome-extension://…` of this installation, without a path. */
  readonly origin: string;
}

/** Who is speaking. Anything else than these two is not answered. */
export type Speaker =
  /** One of our own pages; `tabId` is the tab it is framed in, if any. */
  | { readonly is: 'ownPage'; readonly tabId: number | null }
  /** Our content script in the top frame of an EHR page. */
  | {
      readonly is: 'contentScript';
      readonly tabId: number;
      readonly documentId: string | undefined;
      /** By the page's address, which the script can't choose. */
      readonly ehr: EhrId;
    };

/**
 * Tells own pages from content scripts. A content script has our id too, but the address of the
 * page it runs in: only an own address may ask, so a page that took over its renderer gains
 * nothing by speaking in the content script's name.
 */
export function speakerOf(sender: Sender, own: OwnAddress): Speaker | null {
  if (sender.id !== own.id || sender.url === undefined) return null;
  const tabId = sender.tab?.id ?? null;
  if (isOwnPage(sender.url, own)) return { is: 'ownPage', tabId };
  const ehr = ehrOfAddress(sender.url);
  if (sender.frameId !== 0 || ehr === null || tabId === null) return null;
  return { is: 'contentScript', tabId, documentId: sender.documentId, ehr };
}

function isOwnPage(url: string, own: OwnAddress): boolean {
  // `URL.origin` of an extension address is the string "null" in some engines.
  return url.startsWith(`${own.origin}/`);
}
