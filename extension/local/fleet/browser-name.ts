import type { BrowserName } from '#shared/contracts/fleet.ts';

/** The part of `navigator` that names the browser; `userAgentData` is not everywhere. */
export interface NamedBrowser {
  readonly userAgent: string;
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] } | undefined;
}

/** Which browser it is, by its brands, and where it has none, by the one word that Firefox has. */
export function browserNameOf({ userAgent, userAgentData }: NamedBrowser): BrowserName {
  const brands = new Set(userAgentData?.brands.map(({ brand }) => brand));
  if (brands.has('Microsoft Edge')) return 'edge';
  if (brands.has('Google Chrome') || brands.has('Chromium')) return 'chrome';
  return userAgent.includes(' Firefox/') ? 'firefox' : 'other';
}
