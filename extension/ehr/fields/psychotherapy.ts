import { type Heading, headingBefore } from './headings.ts';
import { closestOpen, openRoots, outwards, precedes } from './open-roots.ts';
import type { FieldRules } from './rules.ts';

/** Programs' names for a psychotherapy note run words together: no word borders here. */
const NAMED_FOR_PSYCHOTHERAPY = /psychotherapy|process[\s_-]?note/i;
/** Text that may hold a title, before it is looked at closely. */
const MAY_TELL = /psychotherapy|process/i;
/** Longest text that can be a title or a remark about one, in characters. */
const LONGEST_REMARK = 200;
/** Text that offers another note, or that somebody wrote: it does not say which note this is. */
const NOT_A_REMARK =
  'button, a, nav, select, [role="button"], [role="option"], [role="menuitem"], [role="tab"]:not([aria-selected="true"]), textarea, [contenteditable]';

/** What this needs of the rules. */
type Rules = Pick<FieldRules, 'noteTitle' | 'psychotherapy' | 'wholeNote'>;

/**
 * Prepares the question whether a field with a label belongs to a psychotherapy note, which must
 * never be written to. It does when its label says so, when it or anything around it is named so,
 * when the nearest title or remark before it says so, and when it takes a whole note and no title
 * says which: that is what a psychotherapy note looks like too.
 */
export function psychotherapyTest(
  root: Document | Element,
  headings: readonly Heading[],
  { noteTitle, psychotherapy, wholeNote }: Rules,
): (field: Element, label: string) => boolean {
  const isOrdinary = (text: string) => noteTitle.test(text) && !psychotherapy.test(text);
  const ordinary = headings.filter(({ text }) => isOrdinary(text));
  const marks = remarksIn(root, psychotherapy);
  return (field, label) => {
    if (psychotherapy.test(label) || isNamedSo(field)) return true;
    const title = headingBefore(field, ordinary)?.element;
    const before = marks.filter((mark) => precedes(mark, field));
    // An ordinary title takes back only what was said before it.
    if (before.some((mark) => title === undefined || precedes(title, mark))) return true;
    return title === undefined && wholeNote.test(label) && !isOrdinary(label);
  };
}

function isNamedSo(field: Element): boolean {
  for (let at: Element | null = field; at !== null; at = outwards(at)) {
    const names = `${at.id} ${at.getAttribute('class') ?? ''}`;
    if (NAMED_FOR_PSYCHOTHERAPY.test(names)) return true;
  }
  return false;
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
