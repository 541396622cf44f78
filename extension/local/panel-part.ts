import type { ExtensionApi } from './extension-api.ts';

/** A page of an EHR, as the browser names it. */
export interface PageOfTab {
  readonly tabId: number;
  /** Undefined where the browser names no documents: then the tab's newest page is meant. */
  readonly documentId: string | undefined;
}

/** The part of the content script that shows the panel and writes; an entrypoint. */
const PANEL_PART = '/client-page.js';

/**
 * Brings the part to a page. A part that comes twice, or to a page that nothing follows, does
 * nothing; a page that it does not come to says so in its readings and asks again.
 */
export async function injectPanelPart(
  scripting: ExtensionApi['scripting'],
  { tabId, documentId }: PageOfTab,
): Promise<void> {
  const where = documentId === undefined ? { frameIds: [0] } : { documentIds: [documentId] };
  try {
    await scripting.executeScript({
      target: { tabId, ...where },
      files: [PANEL_PART],
      injectImmediately: true,
    });
  } catch {
    // The page was left meanwhile, or the practice's policy keeps us out of it.
  }
}
