import type { PageKind, PageReading } from '#shared/contracts/reading.ts';
import { type EhrAdapter, lookWithoutClient, type PageHeader, type PageLook } from '../contract.ts';
import { visibleText } from '../fields/visible-text.ts';
import { otherDateIn } from '../people/dates.ts';
import { noteFields } from './fields.ts';
import { readNote } from './note.ts';
import { kindWithoutClient, routeOf } from './page-kind.ts';
import {
  APPOINTMENT_PATH,
  BIRTH_DATE,
  CLIENT_NOTE_PATH,
  CLIENT_PATH,
  HOST,
  NOT_HEADER,
  SESSION_DATE,
} from './selectors.ts';
import { readHeader } from './subjects.ts';

/** SimplePractice: a single-page application that redraws in place after its URL has changed. */
export const simplePractice: EhrAdapter = {
  id: 'simplepractice',
  version: 1,
  matches: (url) => url.protocol === 'https:' && url.hostname === HOST,
  place({ pathname }) {
    const client = CLIENT_PATH.exec(pathname)?.[1] ?? null;
    return { client, page: CLIENT_NOTE_PATH.exec(pathname)?.[0] ?? client ?? pathname };
  },
  look(doc, url) {
    const route = routeOf(url.pathname);
    if (route === 'client') return lookAtClient(doc, url);
    return route === 'note'
      ? lookAtNote(doc, url)
      : lookWithoutClient(kindWithoutClient(route, doc));
  },
};

function lookAtClient(doc: Document, url: URL): PageLook {
  const { subjects, headers } = readHeader(doc, url);
  if (headers.length === 0) return lookWithoutClient('unknown', true);
  return {
    ...lookWithoutClient('client', true),
    subjects,
    headers,
  };
}

function lookAtNote(doc: Document, url: URL): PageLook {
  const { subjects, headers } = readHeader(doc, url);
  const fields = noteFields(doc);
  const note = readNote(doc, fields);
  return {
    ...lookWithoutClient('note', true),
    kind: kindOfNote(note),
    subjects,
    appointment: appointmentOf(url, headers),
    note,
    fields,
    headers,
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
