import type { PageKind } from '#shared/contracts/reading.ts';
import { type EhrAdapter, lookWithoutClient, type PageLook } from '../contract.ts';
import { noteFields } from './fields.ts';
import { readNote } from './note.ts';
import { hasNoteForm, kindWithoutClient, routeOf } from './page-kind.ts';
import { APPLICATION_PATH, CHART_PATH, HOST } from './selectors.ts';
import { readHeader } from './subjects.ts';

/** TherapyNotes: server-made pages with a program in them; a note may open at any address. */
export const therapyNotes: EhrAdapter = {
  id: 'therapynotes',
  version: 1,
  matches: (url) =>
    url.protocol === 'https:' && url.hostname === HOST && APPLICATION_PATH.test(url.pathname),
  place({ pathname }) {
    const client = CHART_PATH.exec(pathname)?.[1] ?? null;
    return { client, page: client ?? pathname };
  },
  look(doc, url) {
    const route = routeOf(url.pathname);
    if (route === 'signIn' || route === 'calendar' || route === 'clientList') {
      return lookWithoutClient(kindWithoutClient(route, doc));
    }
    if (hasNoteForm(doc)) return lookAtNote(doc, url);
    return route === 'chart'
      ? lookAtChart(doc, url)
      : lookWithoutClient(kindWithoutClient(route, doc), route === 'note');
  },
};

function lookAtChart(doc: Document, url: URL): PageLook {
  const { subjects, headers } = readHeader(doc, url);
  if (headers.length === 0) return lookWithoutClient('unknown', true);
  return { ...lookWithoutClient('client', true), subjects, headers };
}

function lookAtNote(doc: Document, url: URL): PageLook {
  const { subjects, headers } = readHeader(doc, url);
  const fields = noteFields(doc);
  const { note, date } = readNote(doc, fields);
  return {
    ...lookWithoutClient('note', true),
    kind: kindOfNote(note.state),
    subjects,
    appointment: date === null ? null : { id: null, date },
    note,
    fields,
    headers,
  };
}

function kindOfNote(state: 'editable' | 'locked' | 'signed' | 'unknown'): PageKind {
  if (state === 'editable') return 'note';
  return state === 'unknown' ? 'unknown' : 'lockedNote';
}
