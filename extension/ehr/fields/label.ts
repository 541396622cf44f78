import { holds, outwards, precedes } from './open-roots.ts';

/** What the label search must know of the page around a field. */
export interface LabelScope {
  /** Every visible text box of the note, one-line inputs included. */
  readonly boxes: readonly HTMLElement[];
  /** The search never leaves this element; null when the note has no recognised root. */
  readonly root: Element | null;
}

/** Longest label in characters; longer text is prose, not a label. */
const LONGEST_LABEL = 120;
/** How far out a label may stand from its editor. */
const MOST_LEVELS = 8;
/** Names that an EHR generates by counting; they mean nothing to a person. */
const GENERATED_NAME = /^(free-text|short-answer|question)-?\d+$/i;
/** What CKEditor and TinyMCE call themselves, whatever the field is for. */
const EDITORS_OWN_NAME = /^rich text (?:editor|area)\b/i;
const STRONG_LABELS = 'label, legend, h1, h2, h3, h4, h5, h6, [role="heading"], [for]';
const PLAIN_LABELS = 'div, span, p, strong, b, dt, th, td';
const BLOCKS = 'div, p, ul, ol, dl, table, section, h1, h2, h3, h4, h5, h6';
/** Something whose text is already a label as a whole. */
const LINE_OF_TEXT =
  'label, legend, h1, h2, h3, h4, h5, h6, p, span, strong, b, dt, th, :is(div, td):not(:has(div, p, ul, ol, dl, table, section, h1, h2, h3, h4, h5, h6, textarea, input, [contenteditable]))';
/** Longest label in an element that is not made for labels, in characters. */
const LONGEST_PLAIN_LABEL = 60;
const NEVER_LABELS =
  'button, a, select, option, input, textarea, [contenteditable], [role="toolbar"], [role="status"], [role="button"], [aria-live], script, style, svg';
/** Decoration that forms put around a label: "*", ":", "(required)", "12 / 500". */
const DECORATION = /\(\s*(required|optional)\s*\)|\b\d+\s*\/\s*\d+\b|[*:]/gi;

/** The label a person sees beside a field, cleaned of decoration; empty when there is none. */
export function labelOf(field: HTMLElement, scope: LabelScope): string {
  return (
    forAttribute(field, scope) ||
    labelledBy(field) ||
    cleanLabel(field.closest('label')) ||
    ariaLabel(field) ||
    precedingText(field, scope) ||
    cleanLabel(field.closest('fieldset')?.querySelector(':scope > legend') ?? null) ||
    cleanText(field.getAttribute('placeholder') ?? field.getAttribute('data-placeholder') ?? '')
  );
}

/** The visible text of a label element without its decoration; empty when it is no label. */
export function cleanLabel(element: Element | null): string {
  if (element === null || !element.checkVisibility({ visibilityProperty: true })) return '';
  return cleanText(element.textContent);
}

function cleanText(text: string): string {
  const clean = text.replace(DECORATION, ' ').replaceAll(/\s+/g, ' ').trim();
  return clean.length > LONGEST_LABEL || EDITORS_OWN_NAME.test(clean) ? '' : clean;
}

/**
 * TherapyNotes puts `for` on headings, which browsers ignore, and aims it at a hidden twin of the
 * editor. So any element with `for` counts when it names the field, something around it, or a
 * hidden value carrier that shares a box with this field alone.
 */
function forAttribute(field: HTMLElement, scope: LabelScope): string {
  for (const zone of zones(field, scope)) {
    for (const part of zone) {
      const root = part.getRootNode() as Document | ShadowRoot;
      const twins = [part, ...part.querySelectorAll('textarea[id], input[type="hidden"][id]')];
      for (const { id } of twins.filter((twin) => isField(twin, field, scope))) {
        const label = id === '' ? null : root.querySelector(`[for="${CSS.escape(id)}"]`);
        const text = cleanLabel(label);
        if (text !== '') return text;
      }
    }
  }
  return '';
}

/** True for the field, an ancestor of it, and a box that a person can't see. */
function isField(candidate: Element, field: HTMLElement, scope: LabelScope): boolean {
  return holds(candidate, field) || !holdsAny(candidate, scope.boxes);
}

function labelledBy(field: HTMLElement): string {
  const root = field.getRootNode() as Document | ShadowRoot;
  const ids = (field.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  return cleanText(ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' '));
}

function ariaLabel(field: HTMLElement): string {
  const name = field.getAttribute('aria-label')?.trim() ?? '';
  return GENERATED_NAME.test(name) ? '' : cleanText(name);
}

/** The nearest label-like text before the field in what belongs to this field alone. */
function precedingText(field: HTMLElement, scope: LabelScope): string {
  for (const zone of zones(field, scope)) {
    const text = zone
      .flatMap((part) => [part, ...part.querySelectorAll(`${STRONG_LABELS}, ${PLAIN_LABELS}`)])
      .filter((element) => precedes(element, field) && isLabelLike(element, scope))
      .map(cleanLabel)
      .findLast((label) => label !== '');
    if (text !== undefined) return text;
  }
  return '';
}

function isLabelLike(element: Element, { boxes }: LabelScope): boolean {
  if (element.closest(NEVER_LABELS) !== null || element.querySelector(NEVER_LABELS) !== null) {
    return false;
  }
  if (holdsAny(element, boxes)) return false;
  return element.matches(STRONG_LABELS) || isPlainLabel(element);
}

/** A short line of its own that is no sentence: not an inline part of such a line. */
function isPlainLabel(element: Element): boolean {
  const text = element.textContent.trim();
  return (
    element.matches(PLAIN_LABELS) &&
    element.querySelector(BLOCKS) === null &&
    element.parentElement?.closest(LINE_OF_TEXT) === null &&
    text.length <= LONGEST_PLAIN_LABEL &&
    !text.endsWith('.')
  );
}

/**
 * What belongs to one field alone, from the inside out: each ancestor that holds no other text
 * box, and at last the siblings that stand between the outermost of these and the box before it.
 */
function zones(field: HTMLElement, { boxes, root }: LabelScope): Element[][] {
  const found: Element[][] = [[field]];
  let outermost: Element = field;
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const outer = outwards(outermost);
    if (outer === null || outermost === root || outer === root?.parentElement) break;
    if (
      holdsAny(
        outer,
        boxes.filter((box) => box !== field),
      )
    )
      break;
    outermost = outer;
    found.push([outermost]);
  }
  if (outermost !== root) found.push(siblingsBefore(outermost, boxes));
  return found;
}

function siblingsBefore(element: Element, boxes: readonly HTMLElement[]): Element[] {
  const siblings: Element[] = [];
  for (
    let before = element.previousElementSibling;
    before !== null && !holdsAny(before, boxes);
    before = before.previousElementSibling
  ) {
    siblings.unshift(before);
  }
  return siblings;
}

function holdsAny(element: Element, boxes: readonly HTMLElement[]): boolean {
  return boxes.some((box) => holds(element, box));
}
