import type { PageHeader, PageLook } from '../contract.ts';

/**
 * Guards against a page whose address has changed while its document has not: a header that still
 * names the client before, or editors and scores that still belong to
 * what was there before.
 */
export interface Freshness {
  /**
   * The page now stands for another chart or note: what the last look saw is stale. Where both
   * addresses name the same client, its header may stay.
   */
  moved(last: PageLook, sameClient: boolean): void;
  /** Nodes have changed: a header whose name was written anew in its old element is not stale. */
  changed(records: readonly MutationRecord[]): void;
  /** True when nothing of a look is left over from the place before. */
  isFresh(look: PageLook): boolean;
}

/** A page that has just loaded is fresh. */
export function createFreshness(): Freshness {
  let staleHeaders: readonly PageHeader[] = [];
  let stale: ReadonlySet<Element> = new Set();
  const isStale = (header: PageHeader) =>
    staleHeaders.some((before) => isSamePlace(before, header) && saysNothingNew(header, before));
  return {
    moved(last, sameClient) {
      if (!sameClient) staleHeaders = last.headers;
      stale = new Set(places(last));
    },
    changed(records) {
      staleHeaders = staleHeaders.filter(
        ({ name }) => !records.some((record) => rewrites(record, name)),
      );
    },
    isFresh: (look) =>
      !look.headers.some(isStale) && !places(look).some((element) => stale.has(element)),
  };
}

/** What a look found that belongs to one client or note: note fields, and rows of scores. */
function places({ fields, scores }: PageLook): readonly Element[] {
  return [...fields, ...scores].map(({ element }) => element);
}

/**
 * True when something in one of the elements was changed, or an attribute of what stands around it:
 * it is shown and hidden with that.
 */
export function touches(records: readonly MutationRecord[], elements: readonly Element[]): boolean {
  return elements.some((element) =>
    records.some(
      ({ type, target }) =>
        element.contains(target) || (type === 'attributes' && target.contains(element)),
    ),
  );
}

function isSamePlace(stale: PageHeader, header: PageHeader): boolean {
  return stale.name.contains(header.name) || header.name.contains(stale.name);
}

/** What a header no longer states proves nothing: it may be on its way out. */
function saysNothingNew(header: PageHeader, stale: PageHeader): boolean {
  return header.identity.every((identifier) => stale.identity.includes(identifier));
}

/**
 * True when a change wrote the words of an element, be they the same words. A spinner, a clock or
 * an attribute elsewhere in the header says nothing about whose header it is.
 */
function rewrites({ type, target, addedNodes }: MutationRecord, name: Element): boolean {
  if (!name.contains(target)) return false;
  if (type === 'characterData') return true;
  return [...addedNodes].some((node) => (node.textContent ?? '').trim() !== '');
}
