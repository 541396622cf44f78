import type { OutlineElement } from '#shared/contracts/self-check.ts';
import { structuralName } from './vocabulary.ts';

/** The contract's bounds. */
const MOST_ELEMENTS = 2000;
const DEEPEST = 60;
const MOST_NAMES = 12;
const LONGEST_TAG = 40;

/** What holds no part of the page's structure; pictures do not either. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  'head script style link meta noscript template'.split(' '),
);

/** Roles as the standard lists them; a page may write anything into the attribute. */
const ROLES: ReadonlySet<string> = new Set(
  (
    'alert alertdialog application article banner button cell checkbox columnheader combobox ' +
    'complementary contentinfo dialog document feed figure form grid gridcell group heading img ' +
    'link list listbox listitem log main menu menubar menuitem menuitemcheckbox menuitemradio ' +
    'navigation none note option presentation progressbar radio radiogroup region row rowgroup ' +
    'rowheader search searchbox separator slider spinbutton status switch tab table tablist ' +
    'tabpanel term textbox timer toolbar tooltip tree treegrid treeitem'
  ).split(' '),
);

/** The tags of HTML that pages are made of; any other word may be a page's own. */
const HTML_TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b blockquote body br button canvas caption code col colgroup ' +
    'datalist dd details dialog div dl dt em fieldset figcaption figure footer form frame frameset ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html i iframe img input ins kbd label legend li main map ' +
    'mark menu meter nav ol optgroup option output p picture pre progress s samp search section ' +
    'select slot small span strong sub summary sup table tbody td textarea tfoot th thead time ' +
    'tr u ul video'
  ).split(' '),
);

/**
 * The elements of a page in document order, open shadow roots included, with nothing of its words:
 * tag, depth, known words of ids and classes, role, and how much text there is. Ends after 2000.
 */
export function outlineOf(doc: Document): OutlineElement[] {
  const elements: OutlineElement[] = [];
  addBelow(doc, 0, elements);
  return elements;
}

/**
 * Adds what is below a root. It goes by a walker and by attributes: in a form, a box that is named
 * `children` or `id` takes the place of the property of that name.
 *
 * @returns the number of characters right below the root
 */
function addBelow(root: Node, depth: number, elements: OutlineElement[]): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let text = 0;
  for (let node = walker.firstChild(); node !== null; node = walker.nextSibling()) {
    if (node instanceof Text) text += node.data.trim().length;
    if (node instanceof Element) add(node, depth, elements);
  }
  return text;
}

function add(element: Element, depth: number, elements: OutlineElement[]): void {
  const isLeftOut = LEFT_OUT.has(element.localName) || element instanceof SVGGraphicsElement;
  if (elements.length >= MOST_ELEMENTS || depth > DEEPEST || isLeftOut) return;
  const outlined = { depth, tag: tagOf(element), ...attributesOf(element), ownText: 0 };
  elements.push(outlined);
  const shadow = element.shadowRoot;
  if (shadow !== null) addBelow(shadow, depth + 1, elements);
  outlined.ownText = Math.ceil(addBelow(element, depth + 1, elements) / 10) * 10;
}

function attributesOf(element: Element): Pick<OutlineElement, 'names' | 'role'> {
  const names = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`;
  const role = element.getAttribute('role');
  return {
    names: names.split(/\s+/).filter(Boolean).slice(0, MOST_NAMES).map(structuralName),
    role: role !== null && ROLES.has(role) ? role : null,
  };
}

/** HTML's own tags as they are; a component's name is the page's word like any other. */
function tagOf({ localName }: Element): string {
  return (HTML_TAGS.has(localName) ? localName : structuralName(localName)).slice(0, LONGEST_TAG);
}
