import { type Aim, below } from '../aims.ts';
import { type BuildSizes, sizesOf } from './sizes.ts';

/** Most that an EHR's page without a client should have to load, in bytes of gzip. */
export const CONTENT_SCRIPT_LIMIT = 15_000;

/** Most that a page of a client should have to load on top of that, in bytes of gzip. */
export const CLIENT_PAGE_LIMIT = 15_000;

/** Most that the panel's frame should have to load, in bytes of gzip. */
export const PANEL_LIMIT = 110_000;

/** The sizes of a production build. */
export interface SizeFigures extends BuildSizes {
  readonly aims: readonly Aim[];
}

/** Weighs a production build. */
export function measureSizes(extensionDir: string): SizeFigures {
  const sizes = sizesOf(extensionDir);
  return {
    ...sizes,
    aims: [
      below('content script, bytes of gzip', sizes.contentScript.gzipBytes, CONTENT_SCRIPT_LIMIT),
      below(
        'script of a client page, bytes of gzip',
        sizes.clientPage.gzipBytes,
        CLIENT_PAGE_LIMIT,
      ),
      below('panel, bytes of gzip', sizes.panel.gzipBytes, PANEL_LIMIT),
    ],
  };
}
