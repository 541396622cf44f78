import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import { parseBirthDate } from '#shared/identity/birth-date.ts';
import { type EhrAdapter, lookWithoutClient, type PageHeader, type PageLook } from '../contract.ts';
import { visibleText } from '../fields/visible-text.ts';
import { noteTextDenial } from '../notes/risk-denial.ts';
import { isInEnglish, isShown, kindWithoutClient, type Route } from '../page-kind.ts';
import { otherDateIn } from '../people/dates.ts';
import { readHeadingHeader } from '../people/heading-header.ts';
import { readFullCalendar } from '../schedule/full-calendar.ts';
import { checkStructure } from '../structure/checks.ts';
import { readNote } from './note.ts';
import { routeOf } from './route.ts';
import {
  BIRTH_DATE,
  CALENDAR_TITLE,
  CLIENT_PATH,
  EVENT,
  EVENT_PATH,
  EVENT_TITLE,
  EXPECTED,
  HEADING,
  HOST,
  NOT_HEADER,
  ONE_DAY,
  OTHER_VIEW,
  SESSION_DATE,
  SIGN_IN_FORM,
  WITNESSES,
} from './selectors.ts';

/** Sessions Health: a single-page application; a note is written on its appointment's page. */
export const sessionsHealth: EhrAdapter = {
  id: 'sessionshealth',
  version: 1,
  matches: (url) => url.protocol === 'https:' && url.hostname === HOST,
  place({ pathname }) {
    const client = CLIENT_PATH.exec(pathname)?.[1] ?? null;
    return { client, page: client ?? EVENT_PATH.exec(pathname)?.[1] ?? pathname };
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
  if (!expectsClient) return lookAtOthers(route, doc, url);
  if (isShown(doc, SIGN_IN_FORM)) return lookWithoutClient('unknown', true);
  const header = readHeadingHeader(doc, url, HEADING);
  if (route === 'note') return lookAtNote(doc, url, header);
  const kind = header.headers.length === 0 ? 'unknown' : 'client';
  return { ...lookWithoutClient(kind, true), ...header };
}

function lookAtOthers(route: Route, doc: Document, url: URL): PageLook {
  const kind = kindWithoutClient(route, doc, WITNESSES);
  const isDay = kind === 'calendar' && !OTHER_VIEW.test(url.search);
  return {
    ...lookWithoutClient(kind),
    schedule: isDay
      ? readFullCalendar(doc, {
          title: CALENDAR_TITLE,
          oneDay: ONE_DAY,
          event: EVENT,
          who: (event) => event.querySelector(EVENT_TITLE)?.textContent ?? null,
        })
      : [],
  };
}

function lookAtNote(
  doc: Document,
  url: URL,
  header: Pick<PageLook, 'subjects' | 'identity' | 'headers'>,
): PageLook {
  const { note, fields } = readNote(doc);
  const kind = note.state === 'editable' ? 'note' : 'lockedNote';
  return {
    ...lookWithoutClient(note.state === 'unknown' ? 'unknown' : kind, true),
    ...header,
    appointment: appointmentOf(url, header.headers),
    note,
    fields,
    riskDenial: noteTextDenial(fields),
  };
}

/** The day stands in the address; where the page shows another one, none of them is believed. */
function appointmentOf(url: URL, headers: readonly PageHeader[]): PageReading['appointment'] {
  const [, id = null, year = '', month = '', day = ''] = EVENT_PATH.exec(url.pathname) ?? [];
  const stated: CalendarDate | null = parseBirthDate(`20${year}-${month}-${day}`);
  const words = headers.map(({ block }) => visibleText(block, NOT_HEADER)).join(' ');
  const shown = otherDateIn(words, BIRTH_DATE, SESSION_DATE);
  return { id, date: shown === null || shown === stated ? stated : null };
}
