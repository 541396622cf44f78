import type { NoteTypeNames } from '../notes/note-type.ts';
import type { Witnesses } from '../page-kind.ts';
import type { Expectations } from '../structure/checks.ts';

/**
 * Everything that is assumed of TherapyNotes' pages, and how sure it is. "Seen in N code bases"
 * counts independent public projects that ran against the real site; "inspected" is a published
 * read-only inspection of the live page; "inferred" is a deduction that nothing public confirms.
 * Nothing here was checked with a live account.
 */

// [seen in six public code bases] The application shares its origin with the public site.
export const HOST = 'www.therapynotes.com';
export const APPLICATION_PATH = /^\/app(?:\/|$)/;

// [seen in six public code bases] The path can stay while the dashboard is already shown.
export const SIGN_IN_PATH = /^\/app\/login(?:\/|$)/;

// [seen in five public code bases]
export const SIGN_IN_FORM =
  '#PracticeCode, #Login__UsernameField, [data-testid="login-username-input"]';

// [seen in five public code bases; length inspected: 16 or 22, "not fixed"] The id is opaque.
export const CHART_PATH = /^\/app\/patients\/edit\/([A-Za-z0-9_-]{8,64})(?:\/|$)/;

// [seen in five public code bases]
export const PATIENT_LIST_PATH = /^\/app\/patients(?:\/list)?\/?$/;

// [inspected] The list and its search.
export const PATIENT_LIST = '#PatientSearchTableList, [data-testid="patient-search-patient-link"]';

// [seen in three public code bases]
export const SCHEDULING_PATH = /^\/app\/scheduling(?:\/|$)/;

// [inferred] What a calendar has, be it empty. The name of the appointments is seen in one code base.
export const CALENDAR = '[class*="calendar"]';

// [seen in one code base] An appointment of the day view; its accessible name reads "... for <name>.
// ...", with COUPLES, FAMILY or GROUP behind the name. What comes after the full stop is inferred.
export const DAY_BUBBLE = '.calendar-daybubble[aria-label]';
export const CANCELED = '.missed-or-canceled';

// [seen in three public code bases] The day view in the address. Which view an address without it
// shows is unknown: there the page's own headings have to name one single day.
export const VIEW = /[#&]view=([^&]*)/;
export const DAY_VIEW = 'day';

// [inferred, low] What a calendar may be headed with.
export const CALENDAR_HEADING = 'h1, h2, h3, h4, [role="heading"]';
export const ONE_DAY =
  /^(?:[A-Z][a-z]{2,8},? )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, ?\d{4}$/;

// [inferred] Where a note might live; its real address is not publicly known.
export const NOTE_PATH = /^\/app\/notes(?:\/|$)/;

// [inspected] The header view over a patient's pages; that notes share it is inferred.
export const HEADER_NAME = '[data-testid="patientheaderview-patientname-container"]';
export const HEADER_BIRTH_DATE = '[data-testid="patientheaderview-dob-container"]';

// [inferred, low] What holds the header view and what stands beside it.
export const HEADER = 'header';

// [inspected] The chart's information form. Ids may occur twice.
export const FORM_NAME = '[id="PatientInformation__PatientName"]';
export const FORM_BIRTH_DATE = '[id="PatientInformation__DOBElem"]';

// [a guess of one code base, low] Used only where none of the above is on the page.
export const PLAIN_NAME = '[data-patient-name], .patient-name';

// [inferred, low] A labelled birth date beside a plain name; without a group, one we can't read.
export const BIRTH_DATE =
  /\b(?:DOB|D\.O\.B\.|date of birth|birth ?da(?:te|y))(?![a-z])\s*:?\s*((?:\d{4}-\d{2}-\d{2}|\d{1,2}([-/])\d{1,2}\2\d{4}|[A-Z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?, ?\d{4})(?!\d))?/gi;

// [seen in one code base for the appointment dialog; on notes inferred]
export const CHART_LINK = 'a[href*="/app/patients/edit/"]';

// [inferred] What may name other patients or quote other dates.
export const NOT_HEADER =
  'nav, footer, table, dialog, [role="dialog"], [role="navigation"], .ContentBubble, .calendar-daybubble, textarea, [contenteditable]';

// [two code bases agree] Rich texts: a `for` on a heading that is no label, aimed at a hidden twin.
export const RICH_TEXT = '[id^="RichTextbox_"], [for^="RichTextbox_"]';

// [vendor's help and third parties' alias tables, medium] Headings that only a note has.
export const NOTE_HEADING =
  /^(?:subjective|objective|objective content|assessment|plan|data|behavior|interventions?|response|note content|symptom description and subjective report|additional notes ?\/ ?assessment)$/i;

// [vendor's help] Titles of notes.
export const NOTE_TITLE =
  /\b(?:progress|psychotherapy|process|soap|dap|birp|intake|contact|consultation|termination|appointment)\b.*\bnotes?\b/i;

// [vendor's help] The separate record; a "Psychotherapy Progress Note" is an ordinary note.
export const PSYCHOTHERAPY = /\b(?:psychotherapy|process)[\s_-]*notes?\b/i;

// [inferred] The session's date in the header of a note.
export const NOTE_DATE =
  /\b(?:session |service )?date(?: of service)?\b\s*:?\s*(\d{1,2}\/\d{1,2}\/\d{4})/gi;

// [seen in one code base: `SessionSummary`; the rest inferred] Look like a note and are none.
export const DECOYS =
  '[id*="SessionSummary"], .TherapyFuel, .ContentBubble, [role="search"], nav, footer, dialog, [role="dialog"]';

// [form elements seen in one code base, headings from the vendor's help] Groups that are no text.
export const DECOY_HEADING =
  /mental status|risk assessment|diagnos|treatment plan|session summary|recommendation|signature/i;

// [seen in one code base's alias table, medium] The classic template's longer labels.
export const CLASSIC_ALIASES = {
  subjective: [
    'subjective complaint',
    'subjective report',
    'symptom description and subjective report',
  ],
  objective: ['objective content', 'objective findings'],
  assessment: ['assessment of progress', 'additional notes / assessment'],
  plan: ['plans for next session', 'plan / next session'],
  intervention: ['intervention(s)', 'interventions used'],
} as const;

// [vendor's help] The only field of a psychotherapy or contact note.
export const WHOLE_NOTE = /^(?:note content|notes?|progress note)$/i;

// [vendor's help] The box above the rows of the risk assessment, form element 13011. Which widget it
// is and whether a signed note repeats the words is inferred.
export const RISK_DENIED = /\bdenies all areas of risk\b/i;
export const CHOSEN = 'input:checked, [aria-checked="true"], [aria-pressed="true"]';

// [form element seen in one code base: 10002 holds outcome-measure scores; its markup is inferred,
// low] Rows with measure, score and date in cells of their own.
export const SCORE_ROWS =
  '[id$="_10002"] tbody tr, [id$="_10002"] [role="row"], tbody[id$="_10002"] tr';

// Text that is no statement of the page about itself.
export const NOT_STATED = `${DECOYS}, textarea, [contenteditable], button, label`;

// [vendor's help] What the sorts of notes are called; an intake may be a "Psychotherapy Intake Note".
export const NOTE_TYPES: NoteTypeNames = [
  ['intake', /\bintake\b/i],
  ['treatmentPlan', /\btreatment plan\b/i],
  ['contact', /\bcontact\b/i],
  ['consultation', /\bconsultation\b/i],
  ['progress', /\bprogress\b|\b(?:soap|dap|birp)\b/i],
  ['psychotherapy', PSYCHOTHERAPY],
];

// [vendor's help; wording inferred] A signed note is revised, not edited.
export const SIGNED_BY = /\bsigned (?:electronically )?by\b/i;

/** What must stand on a page without a client for its address to be believed. */
export const WITNESSES: Witnesses = {
  signIn: { kind: 'signedOut', selector: SIGN_IN_FORM },
  calendar: { kind: 'calendar', selector: CALENDAR },
  clientList: { kind: 'clientList', selector: PATIENT_LIST },
};

/** How often the above is expected to match. A note's header is not known, so little is asked of it. */
export const EXPECTED: Expectations = {
  signedOut: [{ name: 'signIn.form', selector: SIGN_IN_FORM, expected: 'some' }],
  calendar: [
    { name: 'calendar.bubble', selector: DAY_BUBBLE, expected: 'any' },
    { name: 'note.richText', selector: RICH_TEXT, expected: 'none' },
  ],
  clientList: [{ name: 'clientList.table', selector: PATIENT_LIST, expected: 'some' }],
  client: [
    { name: 'header.name', selector: HEADER_NAME, expected: 'one' },
    { name: 'header.birthDate', selector: HEADER_BIRTH_DATE, expected: 'one' },
    { name: 'form.name', selector: FORM_NAME, expected: 'any' },
    { name: 'form.birthDate', selector: FORM_BIRTH_DATE, expected: 'any' },
  ],
  note: [
    {
      name: 'header.name',
      selector: `${HEADER_NAME}, ${FORM_NAME}, ${PLAIN_NAME}`,
      expected: 'some',
    },
    { name: 'header.birthDate', selector: HEADER_BIRTH_DATE, expected: 'any' },
    { name: 'header.link', selector: CHART_LINK, expected: 'any' },
    { name: 'note.richText', selector: RICH_TEXT, expected: 'some' },
    { name: 'measures.row', selector: SCORE_ROWS, expected: 'any' },
  ],
  lockedNote: [
    {
      name: 'header.name',
      selector: `${HEADER_NAME}, ${FORM_NAME}, ${PLAIN_NAME}`,
      expected: 'some',
    },
    { name: 'note.richText', selector: RICH_TEXT, expected: 'none' },
  ],
};
