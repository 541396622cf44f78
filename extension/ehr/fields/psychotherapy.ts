import { type Heading, headingBefore } from './headings.ts';
import { closestOpen, openRoots, outwards, precedes } from './open-roots.ts';
import type { FieldRules } from './rules.ts';

/** Programs' names for a psychotherapy note run words together: no word borders here. */
const NAMED_FOR_PSYCHOTHERAPY = /psychotherapy|process[\s_-]?note/i;
/** Text that may hold a title, before it is looked at closely. */
const MAY_TELL = /psychotherapy|process/i;
/** Longest text that can be a title or a remark about one, in characters. */
const LONGEST_REMARK = 200;
/**
 * Text that offers another note, or that somebody wrote: it does not say which note this is. What
 * has opened a part of the page is that part's title.
 */
const NOT_A_REMARK =
  ':is(button, a, [role="button"]):not([aria-expanded="true"]), nav, select, [role="option"], [role="menuitem"], [role="tab"]:not([aria-selected="true"]), textarea, [contenteditable]';

/** What this needs of the rules. */
type Rules = Pick<FieldRules, 'noteTitle' | 'psychotherapy' | 'wholeNote'>;

/**
 * Prepares the question whether a field with a label belongs to a psychotherapy note, which must
 * never be written to. It does when its label says so, when it or anything around it is named so,
 * for programs or for people, when the nearest title or remark before it says so, and when it takes
 * a whole note and no title says which: that is what a psychotherapy note looks like too.
 */
export function psychotherapyTest(
  root: Document | Element,
  headings: readonly Heading[],
  { noteTitle, psychotherapy, wholeNote }: Rules,
): (field: Element, label: string) => boolean {
  const isOrdinary = (text: string) => noteTitle.test(text) && !psychotherapy.test(text);
  const ordinary = headings.filter(({ text }) => isOrdinary(text));
  const titles = headings.filter(({ text }) => saysNothingElse(text, psychotherapy));
  const marks = [...titles.map(({ element }) => element), ...remarksIn(root, psychotherapy)];
  return (field, label) => {
    if (psychotherapy.test(label) || isNamedSo(field, psychotherapy)) return true;
    const title = headingBefore(field, ordinary)?.element;
    const before = marks.filter((mark) => precedes(mark, field));
    // An ordinary title takes back only what was said before it.
    if (before.some((mark) => title === undefined || precedes(title, mark))) return true;
    return title === undefined && wholeNote.test(label) && !isOrdinary(label);
  };
}

/** A heading of these words is a title even where it can be pressed, to fold what is under it. */
function saysNothingElse(text: string, psychotherapy: RegExp): boolean {
  return psychotherapy.test(text) && !/\p{L}/u.test(text.replace(psychotherapy, ''));
}

function isNamedSo(field: Element, psychotherapy: RegExp): boolean {
  for (let at: Element | null = field; at !== null; at = outwards(at)) {
    const names = `${at.id} ${at.getAttribute('class') ?? ''}`;
    if (NAMED_FOR_PSYCHOTHERAPY.test(names) || psychotherapy.test(accessibleName(at))) return true;
  }
  return false;
}

/** What an element is called for those who hear the page. */
function accessibleName(element: Element): string {
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = element.getRootNode();
  const words = ids.map((id) =>
    root instanceof Document || root instanceof ShadowRoot
      ? (root.getElementById(id)?.textContent ?? '')
      : '',
  );
  return [element.getAttribute('aria-label') ?? '', ...words].join(' ').replaceAll(/\s+/g, ' ');
}

/** The visible elements, headings or not, whose text speaks of a psychotherapy note. */
function remarksIn(root: Document | Element, psychotherapy: RegExp): Element[] {
  return openRoots(root)
    .flatMap(tellingElements)
    .filter(
      (element) =>
        closestOpen(element, NOT_A_REMARK) === null &&
        [element, element.parentElement].some((at) => speaks(at, psychotherapy)) &&
        element.checkVisibility({ visibilityProperty: true }),
    );
}

function tellingElements(scope: ParentNode): Element[] {
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  const found: Element[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder !== null && MAY_TELL.test(node.textContent ?? '')) found.push(holder);
  }
  return found;
}

/** Words may stand in elements of their own: "<b>Psychotherapy</b> Note". */
function speaks(element: Element | null, psychotherapy: RegExp): boolean {
  const text = (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  return text.length <= LONGEST_REMARK && psychotherapy.test(text);
}
