import type { NoteTypeNames } from '../notes/note-type.ts';
import type { Witnesses } from '../page-kind.ts';
import type { HeadingRules } from '../people/heading-header.ts';
import type { Expectations } from '../structure/checks.ts';

/**
 * Everything that is assumed of SimplePractice's pages, and how sure it is. "Seen in N code bases"
 * counts independent public projects that ran against the real site; "inferred" is a deduction
 * that nothing public confirms. Nothing here was checked with a live account.
 */

// [seen in more than ten public code bases]
export const HOST = 'secure.simplepractice.com';

// [seen in four public code bases] Client ids in URLs are 16 lower-case hex digits.
export const CLIENT_PATH = /^\/clients\/([0-9a-f]{16})(?:\/|$)/;

// [seen in four public code bases] The page where notes are written; no client id in its URL.
export const APPOINTMENT_PATH = /^\/appointments\/(\d{6,12})\/?$/;

// [seen in one code base's comments, low] Note pages below a client.
export const CLIENT_NOTE_PATH =
  /^\/clients\/[0-9a-f]{16}\/(?:notes|progress_notes|appointments)\/[^/]*/;

// [seen in five public code bases] The calendar and the flyout over it, which has no editor.
export const CALENDAR_PATH = /^\/calendar(?:\/|$)/;

// [seen in two public code bases] FullCalendar's parts.
export const CALENDAR = '.fc-toolbar-title, .fc';
export const CALENDAR_TITLE = '.fc-toolbar-title';

// [seen in one code base: "Sat, Jun 27, 2026"; that other views show a range is inferred]
export const ONE_DAY = /^(?:[A-Z][a-z]{2,8},? )?[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4}$/;

// [seen in two public code bases] A block of the calendar and the name it carries: the client's
// displayed name, both names for a couple. The time as text in the block is inferred.
export const EVENT = '.fc-event[data-appt-title]';
export const EVENT_NAME = 'data-appt-title';

// [seen in four public code bases]
export const CLIENT_LIST_PATH = /^\/clients\/?$/;

// [seen in three older public code bases] Sign-in is on another host by now; these are its ends.
export const SIGN_IN_PATH = /^\/users\/sign_in|\/sign_in$|\/login$|\/saml\/auth/;

// [seen in six code bases; on this host in three older ones] The fields of the sign-in form.
export const SIGN_IN_FORM = '#user_password, input[name="user[password]"]';

// [seen in one code base] The client's name as heading.
export const CLIENT_NAME = 'h1.name, h1[data-test-client-name]';

// [seen in one code base, as fallback] Any main heading.
export const MAIN_HEADING = 'main h1, [role="main"] h1';

// [seen in four public code bases] Links to a client's pages.
export const CLIENT_LINK = 'a[href*="/clients/"]';

// [seen in one code base, text shape approximate] "DOB: 03/14/1991" or "DOB Mar 14, 1991".
// Without a group, one we can't read.
export const BIRTH_DATE =
  /\b(?:DOB|D\.O\.B\.|date of birth|birth ?da(?:te|y))(?![a-z])\s*:?\s*((?:\d{4}-\d{2}-\d{2}|\d{1,2}([-/])\d{1,2}\2\d{4}|[A-Z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?, ?\d{4})(?!\d))?/gi;

// [inferred] The session's date stands in the header of the appointment page.
export const SESSION_DATE = /\b(?:[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4}|\d{1,2}\/\d{1,2}\/\d{4})/g;

// [seen in two public code bases] The form of a progress note; the updated page may lack it.
export const PROGRESS_NOTE = '.progress-individual-note-container';

// [seen in one code base] Shows the current template's name.
export const TEMPLATE_PICKER = '[class*="questionnaires-dropdown"] .trigger';

// [inferred from the vendor's help] A locked note has no editors and says who locked or signed it.
export const LOCKED_BY = /\b(?:locked|signed|signed and locked) by\b/i;
export const SIGNED_BY = /\bsigned(?: and locked)? by\b/i;

// [inferred, low] Nothing public tells what the page of scored measures looks like: rows of a list
// or table named for measures, each with measure, score and date in cells of their own.
export const SCORE_ROWS =
  'table[class*="measure"] tbody tr, [class*="measure"] [role="row"], ul[class*="measure"] > li';

// [seen in one code base] Note text as rendered for reading.
export const RENDERED_TEXT = '.markdown, [data-readmore]';

// [Note Taker: seen in one code base; the rest inferred] Look like a note and are none.
export const DECOYS =
  '.ai-note-content, [class*="note-taker"], [class*="ai-note"], [role="search"], nav, footer, dialog, [role="dialog"]';

// [inferred] What stands around the header and may name other clients or quote other dates.
export const NOT_HEADER = `nav, footer, [role="navigation"], [role="search"], dialog, [role="dialog"], .ProseMirror, textarea, ${RENDERED_TEXT}, ${PROGRESS_NOTE}, .ai-note-content`;

// [inferred] Groups of other question types.
export const DECOY_HEADING = /mental status|risk assessment|diagnos|treatment plan|safety plan/i;

// [vendor's help for the two kinds; wording of other titles seen in published demo data]
export const NOTE_TITLE =
  /\b(?:progress|psychotherapy|process|soap|dap|birp|intake|group|couples?)\b.*\bnotes?\b/i;

// [vendor's help] A psychotherapy note stands beside the progress note on the same page.
export const PSYCHOTHERAPY = /\b(?:psychotherapy|process)[\s_-]*notes?\b/i;

// [template name seen in one code base; whether it is also the label is unknown] The
// one-editor note.
export const WHOLE_NOTE = /^(?:(?:simple )?progress notes?|notes?|note content|)$/i;

// [template names seen in published demo data and in one code base] What sorts of notes are called.
export const NOTE_TYPES: NoteTypeNames = [
  ['psychotherapy', PSYCHOTHERAPY],
  ['intake', /\bintake\b|\binitial (?:clinical )?(?:evaluation|assessment)\b|biopsychosocial/i],
  ['treatmentPlan', /\btreatment plan/i],
  ['contact', /\bcontact\b/i],
  ['consultation', /\bconsult/i],
  ['progress', /\bprogress\b|\b(?:soap|dap|birp|girp|pirp)\b/i],
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
  signIn: { kind: 'signedOut', selector: 'input[type="password"]' },
  calendar: { kind: 'calendar', selector: CALENDAR },
  clientList: { kind: 'clientList', selector: CLIENT_LINK },
};

/** How often the above is expected to match. The appointment page exists in two versions. */
export const EXPECTED: Expectations = {
  signedOut: [{ name: 'signIn.form', selector: SIGN_IN_FORM, expected: 'some' }],
  calendar: [
    { name: 'calendar.title', selector: CALENDAR_TITLE, expected: 'one' },
    { name: 'calendar.event', selector: EVENT, expected: 'any' },
    { name: 'note.editor', selector: '.ProseMirror', expected: 'none' },
  ],
  clientList: [{ name: 'clientList.link', selector: CLIENT_LINK, expected: 'some' }],
  client: [
    { name: 'header.name', selector: `${CLIENT_NAME}, ${MAIN_HEADING}`, expected: 'some' },
    { name: 'note.picker', selector: TEMPLATE_PICKER, expected: 'none' },
    { name: 'measures.row', selector: SCORE_ROWS, expected: 'any' },
  ],
  note: [
    { name: 'header.name', selector: `${CLIENT_NAME}, ${MAIN_HEADING}`, expected: 'some' },
    { name: 'header.link', selector: CLIENT_LINK, expected: 'some' },
    { name: 'note.picker', selector: TEMPLATE_PICKER, expected: 'one' },
    { name: 'note.form', selector: PROGRESS_NOTE, expected: 'any' },
    { name: 'note.editor', selector: '.ProseMirror', expected: 'some' },
  ],
  lockedNote: [
    { name: 'header.name', selector: `${CLIENT_NAME}, ${MAIN_HEADING}`, expected: 'some' },
    { name: 'header.link', selector: CLIENT_LINK, expected: 'some' },
    { name: 'note.picker', selector: TEMPLATE_PICKER, expected: 'none' },
    { name: 'note.editor', selector: '.ProseMirror', expected: 'none' },
  ],
};
