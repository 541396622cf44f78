import { DRAWN } from '../fields/atoms.ts';
import type { CaretPlace } from '../fields/text-of.ts';

/** What editors make of plain lines; everything else is a person's work, or the page's. */
const PLAIN = 'p, div:not([class*="code"]), br, span';
const STYLED = '[style*="font"], [style*="decoration"], [style*="color"]';
/** All that a plain span may carry: what Lexical, Slate and Draft.js write on theirs. */
const OWN_ATTRIBUTE = /^data-(?:(?:lexical|slate)-.*|offset-key|text)$/;

/** True when the text between two places of an editor stands in plain lines and nothing else. */
export function isPlainBetween(holder: HTMLElement, start: CaretPlace, end: CaretPlace): boolean {
  const range = holder.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  for (let around: Node | null = range.commonAncestorContainer; around !== holder; ) {
    if (around === null || (isElement(around) && !isPlain(around))) return false;
    around = around.parentNode;
  }
  return [...range.cloneContents().querySelectorAll('*')].every(
    (element) => element.closest(DRAWN) !== null || isPlain(element),
  );
}

function isPlain(element: Element): boolean {
  if (!element.matches(PLAIN) || element.matches(STYLED)) return false;
  return (
    element.localName !== 'span' ||
    element.getAttributeNames().every((name) => OWN_ATTRIBUTE.test(name))
  );
}

// The editor may stand in a document of its own, whose nodes are of other classes.
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
