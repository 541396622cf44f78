import type { NoteTypeNames } from '../notes/note-type.ts';
import type { Witnesses } from '../page-kind.ts';
import type { HeadingRules } from '../people/heading-header.ts';
import type { Expectations } from '../structure/checks.ts';

/**
 * Everything that is assumed of Sessions Health's pages, and how sure it is. "Seen in one code base"
 * is one public project that was written after exploring the real site; "inferred" is a deduction
 * that nothing public confirms. Nothing here was checked with a live account.
 */

// [seen in one code base]
export const HOST = 'app.sessionshealth.com';

// [seen in one code base; that every id has a digit, unlike "new", is inferred]
export const CLIENT_PATH = /^\/clients\/((?=[^/]*\d)[A-Za-z0-9-]{1,64})(?:\/|$)/;

// [seen in one code base]
export const CLIENT_LIST_PATH = /^\/clients\/?$/;

// [seen in one code base] An appointment's page, where the note is written: its id and its day. That
// the day is the session's own, in this century, is inferred.
export const EVENT_PATH = /^\/events\/([A-Za-z0-9-]{1,57}-(\d{2})(\d{2})(\d{2}))\/?$/;

// [seen in one code base, with `?date=YYYY-MM-DD&view=day`]
export const CALENDAR_PATH = /^\/calendar(?:\/|$)/;
export const OTHER_VIEW = /[?&]view=(?!day\b)/;

// [inferred, low]
export const SIGN_IN_PATH = /^\/(?:users\/)?(?:login|sign[_-]in)(?:\/|$)/;
export const SIGN_IN_FORM = 'input[type="password"]';

// [FullCalendar: seen in one code base; its parts are that library's own]
export const CALENDAR_TITLE = '.fc-toolbar-title';
export const ONE_DAY = /^(?:[A-Z][a-z]{2,8},? )?[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4}$/;
export const EVENT = '.fc-event';

// [inferred, low] The library's own class for an event's title; that it is the name is a guess, and
// practices may show a client's code instead.
export const EVENT_TITLE = '.fc-event-title';

// [inferred, low] Nothing public tells what the header looks like.
export const CLIENT_NAME = 'h1[class*="client-name"], [class*="client-name"] h1';
export const MAIN_HEADING = 'main h1, [role="main"] h1';
export const CLIENT_LINK = 'a[href*="/clients/"]';

// [inferred] Without a group, one we can't read.
export const BIRTH_DATE =
  /\b(?:DOB|D\.O\.B\.|date of birth|birth ?da(?:te|y))(?![a-z])\s*:?\s*((?:\d{4}-\d{2}-\d{2}|\d{1,2}([-/])\d{1,2}\2\d{4}|[A-Z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?, ?\d{4})(?!\d))?/gi;

// [inferred] The session's date in the header of its page.
export const SESSION_DATE = /\b(?:[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4}|\d{1,2}\/\d{1,2}\/\d{4})/g;

// [seen in one code base] The fields of a note, labelled "Subjective *" and so on.
export const NOTE_FIELD = 'textarea.primary-form-element';

// [inferred] What may name other clients or quote other dates.
export const NOT_HEADER =
  'nav, footer, table, dialog, [role="dialog"], [role="navigation"], [role="search"], textarea, [contenteditable]';

// [inferred] Looks like a note and is none.
export const DECOYS = '[role="search"], nav, footer, dialog, [role="dialog"]';
export const DECOY_HEADING =
  /mental status|risk assessment|diagnos|treatment plan|safety plan|private/i;

// [inferred] Titles of notes.
export const NOTE_TITLE =
  /\b(?:progress|psychotherapy|process|soap|dap|birp|intake|session|consultation|contact)\b.*\bnotes?\b/i;

// [inferred] The separate record.
export const PSYCHOTHERAPY = /\b(?:psychotherapy|process)[\s_-]*notes?\b/i;

// [inferred] The only field of a note without sections.
export const WHOLE_NOTE = /^(?:(?:progress |session )?notes?|note content)$/i;

// [inferred; that a note ends with "Sign and Complete" is seen in one code base] A signed note's view.
export const SIGNED_BY = /\b(?:signed|completed|signed and completed) by\b/i;

// [inferred] What sorts of notes are called.
export const NOTE_TYPES: NoteTypeNames = [
  ['psychotherapy', PSYCHOTHERAPY],
  ['intake', /\bintake\b/i],
  ['treatmentPlan', /\btreatment plan/i],
  ['contact', /\bcontact\b/i],
  ['consultation', /\bconsult/i],
  ['progress', /\b(?:progress|session|soap|dap|birp)\b/i],
];

/** How the header of a chart or appointment is read. */
export const HEADING: HeadingRules = {
  names: [CLIENT_NAME, MAIN_HEADING],
  clientLink: CLIENT_LINK,
  clientPath: CLIENT_PATH,
  birthDate: BIRTH_DATE,
  notHeader: NOT_HEADER,
};

/** What must stand on a page without a client for its address to be believed. */
export const WITNESSES: Witnesses = {
  signIn: { kind: 'signedOut', selector: SIGN_IN_FORM },
  calendar: { kind: 'calendar', selector: CALENDAR_TITLE },
  clientList: { kind: 'clientList', selector: CLIENT_LINK },
};

/** How often the above is expected to match. */
export const EXPECTED: Expectations = {
  signedOut: [{ name: 'signIn.form', selector: SIGN_IN_FORM, expected: 'some' }],
  calendar: [
    { name: 'calendar.title', selector: CALENDAR_TITLE, expected: 'one' },
    { name: 'calendar.event', selector: EVENT, expected: 'any' },
    { name: 'note.field', selector: NOTE_FIELD, expected: 'none' },
  ],
  clientList: [{ name: 'clientList.link', selector: CLIENT_LINK, expected: 'some' }],
  client: [
    { name: 'header.name', selector: `${CLIENT_NAME}, ${MAIN_HEADING}`, expected: 'some' },
    { name: 'note.field', selector: NOTE_FIELD, expected: 'none' },
  ],
  note: [
    { name: 'header.name', selector: `${CLIENT_NAME}, ${MAIN_HEADING}`, expected: 'some' },
    { name: 'header.link', selector: CLIENT_LINK, expected: 'some' },
    { name: 'note.field', selector: NOTE_FIELD, expected: 'some' },
  ],
  lockedNote: [
    { name: 'header.name', selector: `${CLIENT_NAME}, ${MAIN_HEADING}`, expected: 'some' },
    { name: 'header.link', selector: CLIENT_LINK, expected: 'some' },
    { name: 'note.field', selector: NOTE_FIELD, expected: 'none' },
  ],
};
