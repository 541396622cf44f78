import type { PageIdentity, Subject } from '#shared/contracts/reading.ts';
import type { PageHeader } from '../contract.ts';
import { visibleText } from '../fields/visible-text.ts';
import { birthDatesIn } from './dates.ts';
import { enclosing } from './enclosing.ts';
import { identityOf } from './identity.ts';
import { displayedName, distinctSubjects, peopleOf } from './several.ts';

/** Who a client's chart or note is about, and the elements that say so. */
export interface HeaderReading {
  readonly subjects: Subject[];
  readonly identity: PageIdentity;
  /** One for each element that shows a name. */
  readonly headers: readonly PageHeader[];
}

/** What an EHR's pages teach about a header that is a heading with a birth date and a link around it. */
export interface HeadingRules {
  /** Selectors of the name's heading, best first: a later one counts where no earlier one is found. */
  readonly names: readonly string[];
  /** Links to a client's record. */
  readonly clientLink: string;
  /** The path of a record; its first group is the record's id. */
  readonly clientPath: RegExp;
  /** Labelled birth dates; the first group is the date, absent where it can't be read. */
  readonly birthDate: RegExp;
  /** What stands around the header and may name other clients or quote other dates. */
  readonly notHeader: string;
}

/**
 * Reads the header. On a client's page the record id is in the address; on an appointment's it is
 * only in links back to the client. A link outside the header may be anybody's: it counts only where
 * the header has a birth date that can contradict it. A birth date that can't be read leaves nothing
 * but the name, which identifies nobody. Ids that disagree with each other, several headings, several
 * birth dates and a couple's name all make more than one subject.
 */
export function readHeadingHeader(doc: Document, url: URL, rules: HeadingRules): HeaderReading {
  const urlId = rules.clientPath.exec(url.pathname)?.[1] ?? null;
  const names = nameHeadings(doc, rules);
  const headers = names.map((name) =>
    headerOf(name, blockOf(name, names, urlId === null, rules), rules),
  );
  const found = headers.flatMap((header) => subjectsOf(header, urlId, rules));
  const linked = [...new Set(headers.flatMap(({ block }) => linkedIds(block, rules)))];
  // Without an id in the address, a link anywhere else on the page may be the one that tells the truth.
  const strays = urlId === null ? linkedIds(doc.body, rules) : [];
  const subjects = withStrays(
    found,
    strays.filter((id) => !linked.includes(id)),
  );
  return { subjects, headers, identity: identityOf(subjects, { urlId, linkedIds: linked }) };
}

function withStrays(subjects: readonly Subject[], strays: readonly string[]): Subject[] {
  const [only, ...others] = subjects;
  const [stray = null] = strays;
  if (only?.recordId === null && others.length === 0 && strays.length <= 1) {
    return [{ ...only, recordId: only.birthDate === null ? null : stray }];
  }
  const unnamed = strays.map((recordId) => ({ recordId, name: null, birthDate: null }));
  return distinctSubjects([...subjects, ...unnamed]);
}

function headerOf(name: Element, block: Element, rules: HeadingRules): PageHeader {
  const shown = displayedName(name.textContent) ?? '';
  const { dates } = birthDatesIn(visibleText(block, rules.notHeader), rules.birthDate);
  return { name, block, identity: [shown, ...dates, ...linkedIds(block, rules)] };
}

function nameHeadings(doc: Document, { names, notHeader }: HeadingRules): Element[] {
  for (const selector of names) {
    const found = [...doc.querySelectorAll(selector)].filter(
      (element) =>
        element.closest(notHeader) === null &&
        element.checkVisibility({ visibilityProperty: true }) &&
        displayedName(element.textContent) !== null,
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** The part of the page that belongs to one name: no other name, no note, no editor in it. */
function blockOf(
  name: Element,
  names: readonly Element[],
  needsLink: boolean,
  { notHeader, birthDate, clientLink }: HeadingRules,
): Element {
  return enclosing(
    name,
    (element) =>
      element.querySelector(notHeader) === null &&
      !names.some((other) => other !== name && element.contains(other)),
    (element) =>
      birthDatesIn(visibleText(element, notHeader), birthDate).dates.length > 0 &&
      (!needsLink || element.querySelector(clientLink) !== null),
  );
}

function subjectsOf(
  { name, block }: PageHeader,
  urlId: string | null,
  rules: HeadingRules,
): Subject[] {
  const shown = displayedName(name.textContent);
  const { dates, unreadable } = birthDatesIn(visibleText(block, rules.notHeader), rules.birthDate);
  if (unreadable) return peopleOf({ recordId: null, name: shown, birthDate: null });
  const linked = linkedIds(block, rules);
  const ids = [...new Set(urlId === null ? linked : [urlId, ...linked])];
  return (ids.length === 0 ? [null] : ids)
    .flatMap((recordId) =>
      (dates.length === 0 ? [null] : dates).map((birthDate) => ({
        recordId,
        name: shown,
        birthDate,
      })),
    )
    .flatMap(peopleOf);
}

/** The distinct client ids that an element links to, outside notes and menus. */
function linkedIds(root: Element, { clientLink, clientPath, notHeader }: HeadingRules): string[] {
  const links = [...root.querySelectorAll<HTMLAnchorElement>(clientLink)].filter(
    (link) => link.closest(notHeader) === null,
  );
  const ids = links.map((link) => clientPath.exec(new URL(link.href).pathname)?.[1] ?? null);
  return [...new Set(ids.filter((id) => id !== null))];
}
