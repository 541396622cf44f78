/** Where a header must end: everything of the page is inside these. */
const WHOLE_PAGE = 'html, body, main, [role="main"]';

/**
 * The smallest element around `start` that is `enough`, going no further out than `fits` and never
 * as far as the whole page. When nothing is enough, the outermost that still fits.
 */
export function enclosing(
  start: Element,
  fits: (element: Element) => boolean,
  enough: (element: Element) => boolean,
): Element {
  let at = start;
  while (!enough(at)) {
    const outer = at.parentElement;
    if (outer === null || outer.matches(WHOLE_PAGE) || !fits(outer)) return at;
    at = outer;
  }
  return at;
}
