import { precedes, queryOpen } from './open-roots.ts';

/** A visible heading and its words. */
export interface Heading {
  readonly element: HTMLElement;
  /** The text with single spaces, trimmed. */
  readonly text: string;
}

const HEADINGS =
  'h1, h2, h3, h4, h5, h6, legend, [role="heading"], [role="tab"][aria-selected="true"]';

/**
 * The visible headings below an element whose words match, in document order, those inside
 * `without` left out.
 */
export function headingsIn(
  root: Document | Element,
  without: string,
  words: RegExp = /./,
): readonly Heading[] {
  return queryOpen(root, HEADINGS)
    .map((element) => ({ element, text: element.textContent.replaceAll(/\s+/g, ' ').trim() }))
    .filter(
      ({ element, text }) =>
        words.test(text) &&
        element.closest(without) === null &&
        element.checkVisibility({ visibilityProperty: true }),
    );
}

/** The last heading before an element; null when none stands before it. */
export function headingBefore(element: Element, headings: readonly Heading[]): Heading | null {
  return headings.findLast((heading) => precedes(heading.element, element)) ?? null;
}
