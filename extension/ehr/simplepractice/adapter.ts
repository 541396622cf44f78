import type { PageKind, PageReading } from '#shared/contracts/reading.ts';
import { type EhrAdapter, lookWithoutClient, type PageHeader, type PageLook } from '../contract.ts';
import { visibleText } from '../fields/visible-text.ts';
import { noteTextDenial } from '../notes/risk-denial.ts';
import { isInEnglish, isShown, kindWithoutClient, type Route } from '../page-kind.ts';
import { otherDateIn } from '../people/dates.ts';
import { readHeadingHeader } from '../people/heading-header.ts';
import { scoresIn } from '../scores/rows.ts';
import { checkStructure } from '../structure/checks.ts';
import { noteFields } from './fields.ts';
import { readNote } from './note.ts';
import { routeOf } from './route.ts';
import { readSchedule } from './schedule.ts';
import {
  APPOINTMENT_PATH,
  BIRTH_DATE,
  CLIENT_NOTE_PATH,
  CLIENT_PATH,
  EXPECTED,
  HEADING,
  HOST,
  NOT_HEADER,
  SCORE_ROWS,
  SESSION_DATE,
  SIGN_IN_FORM,
  WITNESSES,
} from './selectors.ts';

/** SimplePractice: a single-page application that redraws in place after its URL has changed. */
export const simplePractice: EhrAdapter = {
  id: 'simplepractice',
  version: 2,
  matches: (url) => url.protocol === 'https:' && url.hostname === HOST,
  place({ pathname }) {
    const client = CLIENT_PATH.exec(pathname)?.[1] ?? null;
    return { client, page: CLIENT_NOTE_PATH.exec(pathname)?.[0] ?? client ?? pathname };
  },
  look(doc, url) {
    const route = routeOf(url.pathname);
    const found = lookAt(route, doc, url);
    return { ...found, checks: checkStructure(doc, found.kind, route, EXPECTED) };
  },
};

function lookAt(route: Route, doc: Document, url: URL): PageLook {
  const expectsClient = route === 'client' || route === 'note';
  if (!isInEnglish(doc)) return lookWithoutClient('unknown', expectsClient);
  if (!expectsClient) return lookAtOthers(route, doc);
  // A form to sign in over a chart is neither that chart nor the sign-in page.
  if (isShown(doc, SIGN_IN_FORM)) return lookWithoutClient('unknown', true);
  return route === 'client' ? lookAtClient(doc, url) : lookAtNote(doc, url);
}

function lookAtOthers(route: Route, doc: Document): PageLook {
  const kind = kindWithoutClient(route, doc, WITNESSES);
  return {
    ...lookWithoutClient(kind),
    schedule: kind === 'calendar' ? readSchedule(doc) : [],
  };
}

function lookAtClient(doc: Document, url: URL): PageLook {
  const header = readHeadingHeader(doc, url, HEADING);
  if (header.headers.length === 0) return lookWithoutClient('unknown', true);
  const isOne = header.identity.verdict === 'certain';
  return {
    ...lookWithoutClient('client', true),
    ...header,
    scores: isOne ? scoresIn(doc.querySelectorAll(SCORE_ROWS)) : [],
  };
}

function lookAtNote(doc: Document, url: URL): PageLook {
  const header = readHeadingHeader(doc, url, HEADING);
  const found = noteFields(doc);
  const note = readNote(doc, found);
  const kind = kindOfNote(note);
  const fields = kind === 'unknown' ? [] : found;
  return {
    ...lookWithoutClient(kind, true),
    ...header,
    appointment: appointmentOf(url, header.headers),
    note,
    fields,
    riskDenial: noteTextDenial(fields),
  };
}

function kindOfNote(note: PageReading['note']): PageKind {
  if (note === null || note.state === 'unknown') return 'unknown';
  return note.state === 'editable' ? 'note' : 'lockedNote';
}

function appointmentOf(url: URL, headers: readonly PageHeader[]): PageReading['appointment'] {
  const id = APPOINTMENT_PATH.exec(url.pathname)?.[1] ?? null;
  const words = headers.map(({ block }) => visibleText(block, NOT_HEADER)).join(' ');
  return { id, date: otherDateIn(words, BIRTH_DATE, SESSION_DATE) };
}
