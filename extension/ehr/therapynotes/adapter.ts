import { type EhrAdapter, lookWithoutClient, type PageLook } from '../contract.ts';
import { noteTextDenial } from '../notes/risk-denial.ts';
import { isInEnglish, isShown, kindWithoutClient, type Route } from '../page-kind.ts';
import { scoresIn } from '../scores/rows.ts';
import { checkStructure } from '../structure/checks.ts';
import { noteFields } from './fields.ts';
import { readNote } from './note.ts';
import { hasNoteForm } from './note-form.ts';
import { deniesAllRisk } from './risk-assessment.ts';
import { routeOf } from './route.ts';
import { readSchedule } from './schedule.ts';
import {
  APPLICATION_PATH,
  CHART_PATH,
  EXPECTED,
  HOST,
  SCORE_ROWS,
  SIGN_IN_FORM,
  WITNESSES,
} from './selectors.ts';
import { readHeader } from './subjects.ts';

/** TherapyNotes: server-made pages with a program in them; a note may open at any address. */
export const therapyNotes: EhrAdapter = {
  id: 'therapynotes',
  version: 2,
  matches: (url) =>
    url.protocol === 'https:' && url.hostname === HOST && APPLICATION_PATH.test(url.pathname),
  place({ pathname, search }) {
    const client = CHART_PATH.exec(pathname)?.[1] ?? null;
    const route = routeOf(pathname);
    // Where a note may stand the address is unknown: its id may be in the query.
    const mayBeNote = route === 'note' || route === 'other';
    return { client, page: client ?? (mayBeNote ? pathname + search : pathname) };
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
  if (route === 'signIn' || route === 'calendar' || route === 'clientList') {
    return lookAtOthers(route, doc, url);
  }
  // A session that ends may put the form to sign in into the page that is there.
  if (isShown(doc, SIGN_IN_FORM)) return lookWithoutClient('unknown', expectsClient);
  if (hasNoteForm(doc)) return lookAtNote(doc, url);
  return route === 'client'
    ? lookAtChart(doc, url)
    : lookWithoutClient(kindWithoutClient(route, doc, WITNESSES), route === 'note');
}

function lookAtOthers(route: Route, doc: Document, url: URL): PageLook {
  const kind = kindWithoutClient(route, doc, WITNESSES);
  return {
    ...lookWithoutClient(kind),
    schedule: kind === 'calendar' ? readSchedule(doc, url) : [],
  };
}

function lookAtChart(doc: Document, url: URL): PageLook {
  const header = readHeader(doc, url);
  if (header.headers.length === 0) return lookWithoutClient('unknown', true);
  return { ...lookWithoutClient('client', true), ...header };
}

function lookAtNote(doc: Document, url: URL): PageLook {
  const header = readHeader(doc, url);
  const found = noteFields(doc);
  const { note, date } = readNote(doc, found);
  const kind = kindOfNote(note.state);
  const fields = kind === 'unknown' ? [] : found;
  const isOne = header.identity.verdict === 'certain';
  return {
    ...lookWithoutClient(kind, true),
    ...header,
    appointment: date === null ? null : { id: null, date },
    note,
    fields,
    scores: isOne ? scoresIn(doc.querySelectorAll(SCORE_ROWS)) : [],
    riskDenial: deniesAllRisk(doc, note.state) ? 'riskAssessment' : noteTextDenial(fields),
  };
}

function kindOfNote(
  state: 'editable' | 'locked' | 'signed' | 'unknown',
): 'note' | 'lockedNote' | 'unknown' {
  if (state === 'editable') return 'note';
  return state === 'unknown' ? 'unknown' : 'lockedNote';
}
