import { parsePersonName } from '#shared/identity/person-name.ts';
import { sameName } from '#shared/identity/same-name.ts';
import type { PageHeader } from '../contract.ts';
import { visibleText } from '../fields/visible-text.ts';
import { birthDatesIn, type StatedBirthDates } from '../people/dates.ts';
import { enclosing } from '../people/enclosing.ts';
import type { HeaderReading } from '../people/heading-header.ts';
import { identityOf } from '../people/identity.ts';
import { displayedName, distinctSubjects, peopleOf } from '../people/several.ts';
import {
  BIRTH_DATE,
  CHART_LINK,
  CHART_PATH,
  FORM_BIRTH_DATE,
  FORM_NAME,
  HEADER,
  HEADER_BIRTH_DATE,
  HEADER_NAME,
  NOT_HEADER,
  PLAIN_NAME,
} from './selectors.ts';

/**
 * Reads the patient of a chart or note. A chart's id is its URL's; a note's id is that of the
 * header's own links back to the chart: any other link on the page, to a contact or in a text, may
 * lead to somebody else. Header and information form both state name and birth date: when they
 * disagree, or several ids are linked, there is more than one subject.
 *
 * "Client and Others" and named other attendees do not make a second subject: such a note is filed
 * in this one patient's chart, and the page shows no record of the others.
 */
export function readHeader(doc: Document, url: URL): HeaderReading {
  const holders = nameHolders(doc);
  const headers = holders.map(headerOf);
  const blocks = headers.map(({ block }) => block);
  const names = distinctNames(holders.map((holder) => displayedName(holder.textContent)));
  const { dates, unreadable } = birthDates(doc, blocks);
  const urlId = CHART_PATH.exec(url.pathname)?.[1] ?? null;
  const linked = linkedIds(urlId === null ? blocks.map(wholeHeader) : blocks);
  if (holders.length === 0) return { subjects: [], headers, identity: identityOf([], NO_RECORD) };
  // Where the birth date can't be read only the name is left, which identifies nobody.
  const ids = unreadable ? [] : [...new Set(urlId === null ? linked : [urlId, ...linked])];
  const stated = orNull(ids).flatMap((recordId) =>
    orNull(names).flatMap((name) =>
      orNull(unreadable ? [] : dates).map((birthDate) => ({ recordId, name, birthDate })),
    ),
  );
  const subjects = distinctSubjects(stated.flatMap(peopleOf));
  return { subjects, headers, identity: identityOf(subjects, { urlId, linkedIds: linked }) };
}

const NO_RECORD = { urlId: null, linkedIds: [] };

function headerOf(name: Element): PageHeader {
  const block = blockOf(name);
  const shown = displayedName(name.textContent) ?? '';
  return {
    name,
    block,
    identity: [shown, ...birthDates(block, [block]).dates, ...linkedIds([block])],
  };
}

function nameHolders(doc: Document): Element[] {
  for (const selector of [`${HEADER_NAME}, ${FORM_NAME}`, PLAIN_NAME]) {
    const found = [...doc.querySelectorAll(selector)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        displayedName(element.textContent) !== null,
    );
    if (found.length > 0) return found;
  }
  return [];
}

function blockOf(name: Element): Element {
  return enclosing(
    name,
    (element) => element.querySelector(NOT_HEADER) === null,
    (element) => /\d{4}/.test(visibleText(element, NOT_HEADER)),
  );
}

/** The part of the page that is about the patient: the way back may stand beside name and date. */
function wholeHeader(block: Element): Element {
  return block.closest(HEADER) ?? block;
}

function birthDates(root: ParentNode, blocks: readonly Element[]): StatedBirthDates {
  const stated = [...root.querySelectorAll(`${HEADER_BIRTH_DATE}, ${FORM_BIRTH_DATE}`)]
    .map((holder) => visibleText(holder, NOT_HEADER))
    .filter((text) => text !== '')
    .map((text) => (text.search(BIRTH_DATE) === -1 ? `DOB: ${text}` : text));
  const labelled = blocks.map((block) => visibleText(block, NOT_HEADER));
  return birthDatesIn((stated.length > 0 ? stated : labelled).join(' | '), BIRTH_DATE);
}

/** `Avery, Jordan` in the form and `Jordan Avery` in the header are one name, the first one shown. */
function distinctNames(shown: readonly (string | null)[]): string[] {
  const distinct: string[] = [];
  for (const name of shown.filter((one) => one !== null)) {
    if (!distinct.some((known) => isSameName(known, name))) distinct.push(name);
  }
  return distinct;
}

function isSameName(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [parsePersonName(one), parsePersonName(other)];
  return first !== null && second !== null && sameName(first, second);
}

function linkedIds(roots: readonly Element[]): string[] {
  return roots
    .flatMap((root) => [...root.querySelectorAll<HTMLAnchorElement>(CHART_LINK)])
    .filter((link) => link.closest(NOT_HEADER) === null)
    .map((link) => CHART_PATH.exec(new URL(link.href).pathname)?.[1] ?? null)
    .filter((id) => id !== null);
}

function orNull<Value>(values: readonly Value[]): readonly (Value | null)[] {
  return values.length === 0 ? [null] : values;
}
