import type { PageLook } from '../contract.ts';

/**
 * Guards against a page whose address has changed while its document has not: a header that still
 * names the client before, or editors that still belong to the note before.
 */
export interface Freshness {
  /** The page now stands for another chart or note: what the last look saw is stale. */
  moved(last: PageLook): void;
  /** Nodes have changed: a header that was drawn anew in its old element is not stale any more. */
  changed(nodes: readonly Node[]): void;
  /** True when nothing of a look is left over from the place before. */
  isFresh(look: PageLook): boolean;
}

/** A page that has just loaded is fresh. */
export function createFreshness(): Freshness {
  let staleHeaders: readonly Element[] = [];
  let staleFields: ReadonlySet<Element> = new Set();
  const isStale = (header: Element) =>
    staleHeaders.some(
      (stale) => stale.isConnected && (stale.contains(header) || header.contains(stale)),
    );
  return {
    moved(last) {
      staleHeaders = last.headers;
      staleFields = new Set(last.fields.map(({ element }) => element));
    },
    changed(nodes) {
      if (touches(nodes, staleHeaders)) staleHeaders = [];
    },
    isFresh: ({ headers, fields }) =>
      !headers.some(isStale) && !fields.some(({ element }) => staleFields.has(element)),
  };
}

/** True when one of the nodes is one of the elements or inside it. */
export function touches(nodes: readonly Node[], elements: readonly Element[]): boolean {
  return elements.some((element) => nodes.some((node) => element.contains(node)));
}
