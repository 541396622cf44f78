/** Only names with a hyphen can be custom elements; no other element with a root holds a field. */
const CUSTOM_ELEMENTS = 'descendant-or-self::*[contains(name(), "-")]';

/**
 * The root and every open shadow root below it, outermost first. TherapyNotes is built partly of
 * web components, so a note field may stand inside one. Closed roots stay closed.
 */
export function openRoots(root: Document | ShadowRoot | Element): ParentNode[] {
  // XPath does not start at a shadow root, but at the elements in it.
  const starts = root instanceof ShadowRoot ? [...root.children] : [root];
  const inner = starts.flatMap(customElements).map(({ shadowRoot }) => shadowRoot);
  return [root, ...inner.filter((one) => one !== null).flatMap(openRoots)];
}

/** XPath finds the few custom elements among ten thousand others without touching the others. */
function customElements(start: Node): Element[] {
  const found = document.evaluate(
    CUSTOM_ELEMENTS,
    start,
    null,
    XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
  );
  return Array.from({ length: found.snapshotLength }, (_, index) =>
    found.snapshotItem(index),
  ).filter((node) => node instanceof Element);
}

/** All matches of a selector, open shadow roots included, each root's in document order. */
export function queryOpen(root: Document | Element, selector: string): HTMLElement[] {
  return openRoots(root).flatMap((scope) => [...scope.querySelectorAll<HTMLElement>(selector)]);
}

/** The next element outwards: the parent, or the host when the parent is a shadow root. */
export function outwards(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The nearest element that matches, going outwards across open shadow roots. */
export function closestOpen(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at !== null; at = outwards(at)) {
    if (at.matches(selector)) return at;
  }
  return null;
}

/** True when `outer` is the element or stands around it, open shadow roots included. */
export function holds(outer: Element, element: Element): boolean {
  if (outer.contains(element)) return true;
  const root = element.getRootNode();
  return root instanceof ShadowRoot && holds(outer, root.host);
}

/** True when an element stands before another in the page, open shadow roots included. */
export function precedes(element: Element, other: Element): boolean {
  const [mine, root] = [element.getRootNode(), other.getRootNode()];
  if (mine instanceof ShadowRoot && !mine.contains(other) && !holds(mine.host, other)) {
    return precedes(mine.host, other);
  }
  if (root instanceof ShadowRoot && mine !== root) return precedes(element, root.host);
  return (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
