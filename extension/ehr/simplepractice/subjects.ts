import type { Subject } from '#shared/contracts/reading.ts';
import type { PageHeader } from '../contract.ts';
import { visibleText } from '../fields/visible-text.ts';
import { birthDatesIn } from '../people/dates.ts';
import { enclosing } from '../people/enclosing.ts';
import { displayedName, distinctSubjects, peopleOf } from '../people/several.ts';
import {
  BIRTH_DATE,
  CLIENT_LINK,
  CLIENT_NAME,
  CLIENT_PATH,
  MAIN_HEADING,
  NOT_HEADER,
} from './selectors.ts';

/** Who a client or appointment page is about, and the elements that say so. */
export interface HeaderReading {
  readonly subjects: Subject[];
  /** One for each name that stands as a heading. */
  readonly headers: readonly PageHeader[];
}

/**
 * Reads the header. On a client's page the record id is in the URL; on an appointment page it is
 * only in links back to the client. A link outside the header may be anybody's: it counts only where
 * the header has a birth date that can contradict it. A birth date that can't be read leaves nothing
 * but the name, which identifies nobody. Ids that disagree with each other, several headings, several
 * birth dates and a couple's name all make more than one subject.
 */
export function readHeader(doc: Document, url: URL): HeaderReading {
  const urlId = CLIENT_PATH.exec(url.pathname)?.[1] ?? null;
  const names = nameHeadings(doc);
  const headers = names.map((name) => headerOf(name, blockOf(name, names, urlId === null)));
  const subjects = headers.flatMap((header) => subjectsOf(header, urlId));
  // Without an id in the URL, a link anywhere else on the page may be the one that tells the truth.
  const strayIds = urlId === null ? linkedIds(doc.body) : [];
  const known = new Set(headers.flatMap(({ block }) => linkedIds(block)));
  const [stray = null, ...strays] = strayIds.filter((id) => !known.has(id));
  const [only, ...others] = subjects;
  if (only?.recordId === null && others.length + strays.length === 0) {
    const recordId = only.birthDate === null ? null : stray;
    return { subjects: [{ ...only, recordId }], headers };
  }
  const unnamed = [stray, ...strays]
    .filter((id) => id !== null)
    .map((recordId) => ({ recordId, name: null, birthDate: null }));
  return { subjects: distinctSubjects([...subjects, ...unnamed]), headers };
}

function headerOf(name: Element, block: Element): PageHeader {
  const shown = displayedName(name.textContent) ?? '';
  const { dates } = birthDatesIn(visibleText(block, NOT_HEADER), BIRTH_DATE);
  return { name, block, identity: [shown, ...dates, ...linkedIds(block)] };
}

function nameHeadings(doc: Document): Element[] {
  for (const selector of [CLIENT_NAME, MAIN_HEADING]) {
    const found = [...doc.querySelectorAll(selector)].filter(
      (element) =>
        element.closest(NOT_HEADER) === null &&
        element.checkVisibility({ visibilityProperty: true }) &&
        displayedName(element.textContent) !== null,
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** The part of the page that belongs to one name: no other name, no note, no editor in it. */
function blockOf(name: Element, names: readonly Element[], needsLink: boolean): Element {
  return enclosing(
    name,
    (element) =>
      element.querySelector(NOT_HEADER) === null &&
      !names.some((other) => other !== name && element.contains(other)),
    (element) =>
      birthDatesIn(visibleText(element, NOT_HEADER), BIRTH_DATE).dates.length > 0 &&
      (!needsLink || element.querySelector(CLIENT_LINK) !== null),
  );
}

function subjectsOf({ name, block }: PageHeader, urlId: string | null): Subject[] {
  const shown = displayedName(name.textContent);
  const { dates, unreadable } = birthDatesIn(visibleText(block, NOT_HEADER), BIRTH_DATE);
  if (unreadable) return peopleOf({ recordId: null, name: shown, birthDate: null });
  const linked = linkedIds(block);
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
function linkedIds(root: Element): string[] {
  const links = [...root.querySelectorAll<HTMLAnchorElement>(CLIENT_LINK)].filter(
    (link) => link.closest(NOT_HEADER) === null,
  );
  const ids = links.map((link) => CLIENT_PATH.exec(new URL(link.href).pathname)?.[1] ?? null);
  return [...new Set(ids.filter((id) => id !== null))];
}
