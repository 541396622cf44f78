import type { PageReading } from '#shared/contracts/reading.ts';

const CLIENT_PAGES: ReadonlySet<PageReading['kind']> = new Set(['client', 'note', 'lockedNote']);

/**
 * Whether the panel belongs on a page: true on charts and notes, as soon as they are recognised, and
 * where one was expected but not recognised once that is certain; null while it is not certain.
 */
export function concernsClient(reading: PageReading, expectsClient: boolean): boolean | null {
  if (CLIENT_PAGES.has(reading.kind)) return true;
  return reading.settled ? expectsClient : null;
}
