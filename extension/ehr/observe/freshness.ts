import { wordsOf } from '#shared/identity/folded-words.ts';
import type { PageHeader, PageLook } from '../contract.ts';
import { commonWords, ENOUGH_WORDS } from './name-words.ts';

/**
 * Guards against a page whose address or header has changed while the rest has not: a header that
 * still names the client before, or a note, editors and scores that still belong to what was there
 * before.
 */
export interface Freshness {
  /**
   * The page now stands for another chart or note: what the last look saw is stale. Where both
   * addresses name the same client, its header may stay.
   */
  moved(last: PageLook, sameClient: boolean): void;
  /** The header names somebody else: what the last look with those before saw is stale. */
  turned(last: PageLook): void;
  /** Nodes have changed: a header whose name was written anew in its old element is not stale. */
  changed(records: readonly MutationRecord[]): void;
  /** True when nothing of a look is left over from the place before. */
  isFresh(look: PageLook): boolean;
}

/** A page that has just loaded is fresh. */
export function createFreshness(): Freshness {
  let staleHeaders: readonly PageHeader[] = [];
  let stale: ReadonlySet<Element> = new Set();
  let staleNote: string | null = null;
  const isStale = (header: PageHeader) =>
    staleHeaders.some((before) => isSamePlace(before, header) && saysNothingNew(header, before));
  return {
    moved(last, sameClient) {
      if (!sameClient) staleHeaders = last.headers;
      stale = new Set(places(last));
      staleNote = null;
    },
    turned(last) {
      stale = new Set(places(last));
      staleNote = last.note === null ? null : noteOf(last);
    },
    changed(records) {
      staleHeaders = staleHeaders.filter((header) => !rewrites(records, header));
    },
    isFresh: (look) =>
      !look.headers.some(isStale) &&
      !places(look).some((element) => stale.has(element)) &&
      // A note with fields is told by their elements.
      (look.fields.length > 0 || noteOf(look) !== staleNote),
  };
}

/** All that a look says of a note which has no field to tell it by. */
function noteOf({ appointment, note, riskDenial }: PageLook): string {
  return JSON.stringify([appointment, note, riskDenial]);
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

/**
 * What a header no longer states proves nothing: it may be on its way out. Neither does a word that
 * has come to the name while another stays: a status may stand in the same element.
 */
function saysNothingNew({ identity }: PageHeader, { identity: before }: PageHeader): boolean {
  const [name = '', ...others] = identity;
  const [nameBefore = '', ...othersBefore] = before;
  const isKnown = name === nameBefore || commonWords(name, nameBefore) > 0;
  return isKnown && others.every((identifier) => othersBefore.includes(identifier));
}

/**
 * True when changes wrote the words of a header's name, be they the same words. A spinner, a clock,
 * a status or an attribute says nothing about whose header it is.
 */
function rewrites(records: readonly MutationRecord[], { name, identity }: PageHeader): boolean {
  const written = records.filter(({ target }) => name.contains(target)).map(writtenBy);
  const [shown = ''] = identity;
  const wanted = Math.min(ENOUGH_WORDS, new Set(wordsOf(shown).flat()).size);
  return wanted > 0 && commonWords(shown, written.join(' ')) >= wanted;
}

function writtenBy({ type, target, addedNodes }: MutationRecord): string {
  const nodes = type === 'characterData' ? [target] : [...addedNodes];
  return nodes.map(({ textContent }) => textContent ?? '').join(' ');
}
