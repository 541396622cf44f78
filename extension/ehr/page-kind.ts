import type { PageKind } from '#shared/contracts/reading.ts';

/** What an address promises; what is really there is decided by the structure. */
export type Route = 'signIn' | 'calendar' | 'clientList' | 'client' | 'note' | 'other';

/** What must stand on a page that concerns no client, for its address to be believed. */
export type Witnesses = Readonly<
  Record<'signIn' | 'calendar' | 'clientList', { kind: PageKind; selector: string }>
>;

/** The kind of a page on which no client was recognised: the address's promise with one witness for it. */
export function kindWithoutClient(route: Route, doc: Document, witnesses: Witnesses): PageKind {
  if (route === 'other') return 'other';
  if (route === 'client' || route === 'note') return 'unknown';
  const { kind, selector } = witnesses[route];
  return doc.querySelector(selector) === null ? 'unknown' : kind;
}

/**
 * Whether the page says that it is in English, or says nothing. The adapters know English words only:
 * in another language, also one that the browser has translated the page into, a psychotherapy note
 * or a birth date would go unrecognised, so nothing on such a page is.
 */
export function isInEnglish(doc: Document): boolean {
  const { lang } = doc.documentElement;
  return lang === '' || /^en\b/i.test(lang);
}

/** Whether an element of a selector is shown to the person. */
export function isShown(doc: Document, selector: string): boolean {
  return [...doc.querySelectorAll(selector)].some((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
}
