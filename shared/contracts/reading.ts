import * as z from 'zod/mini';
import { CalendarDate } from './calendar.ts';
import { EhrId } from './ehr.ts';

export { EhrId };

/**
 * What an adapter reads from an EHR page. Everything here is on the page already; nothing of
 * Throughline's is in it. The content script produces it and holds no other knowledge.
 */

/**
 * What kind of page is shown. A kind is claimed only when URL and structure agree; otherwise
 * `unknown`. `client` is a chart without a note; `note` holds an editable note.
 */
export const PageKind = z.enum([
  'signedOut',
  'calendar',
  'clientList',
  'client',
  'note',
  'lockedNote',
  'other',
  'unknown',
]);
export type PageKind = z.infer<typeof PageKind>;

/** One person (or couple record) that the page is about, as far as the page says. */
export const Subject = z.object({
  /** The EHR's own opaque record id, from the URL or a header link; null when not on the page. */
  recordId: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
  /** The name as displayed, trimmed; null when not readable. */
  name: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
  /** The birth date as displayed; null when not readable. */
  birthDate: z.nullable(CalendarDate),
});
export type Subject = z.infer<typeof Subject>;

/**
 * Which editing widget a field is; decides how text is put into it. `prosemirror` is TipTap as well.
 * `unsupported`: no way of writing into it has been found exact, so its text can only be copied.
 */
export const EditorKind = z.enum([
  'textarea',
  'prosemirror',
  'contenteditable',
  'quill',
  'ckeditor5',
  'lexical',
  'draft',
  'slate',
  'tinymce',
  'unsupported',
]);
export type EditorKind = z.infer<typeof EditorKind>;

/** The part of a note that a field's visible label means; `whole` is a single-field note. */
export const NoteSection = z.enum([
  'whole',
  'subjective',
  'objective',
  'assessment',
  'plan',
  'data',
  'behavior',
  'intervention',
  'response',
]);
export type NoteSection = z.infer<typeof NoteSection>;

/** One place in the note where text could go. */
export const NoteField = z.object({
  /** Opaque key, valid for this page load; names the element without selectors. */
  key: z.string().check(z.minLength(1), z.maxLength(64)),
  /** The label that a person sees beside the field. */
  label: z.string().check(z.maxLength(200)),
  /** The section the label means; null when the label is not a known one. */
  section: z.nullable(NoteSection),
  editor: EditorKind,
  empty: z.boolean(),
  /** Psychotherapy notes are a separate record: shown by name, never written to. */
  psychotherapy: z.boolean(),
});
export type NoteField = z.infer<typeof NoteField>;

/** What sort of note is open, by what the page calls it; `other` is named and not one of these. */
export const NoteType = z.enum([
  'progress',
  'psychotherapy',
  'intake',
  'treatmentPlan',
  'contact',
  'consultation',
  'other',
]);
export type NoteType = z.infer<typeof NoteType>;

/** Which parts of a page named the client, each on its own. */
export const IdentitySignal = z.enum(['urlId', 'headerLink', 'name', 'birthDate']);
export type IdentitySignal = z.infer<typeof IdentitySignal>;

/**
 * How well a page says who it is about. `certain`: one subject, and at least two signals that agree.
 * `ambiguous`: several subjects, or signals that disagree. `none`: too little to name anybody. Only
 * the server says whose record it is; `certain` here means that there is something to ask about.
 */
export const PageIdentity = z.object({
  verdict: z.enum(['certain', 'ambiguous', 'none']),
  signals: z.array(IdentitySignal).check(z.maxLength(4)),
});
export type PageIdentity = z.infer<typeof PageIdentity>;

/** One appointment on a calendar's day view, as far as the page names who comes. */
export const ScheduleEntry = z.object({
  /** Opaque, unique in its reading. */
  key: z.string().check(z.minLength(1), z.maxLength(64)),
  /** When it starts, `HH:MM` in 24 hours as the page's clock has it; null when not readable. */
  startsAt: z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  subject: Subject,
  /** A couple, family or group: never narrowed down to one person. */
  several: z.boolean(),
});
export type ScheduleEntry = z.infer<typeof ScheduleEntry>;

/** A score that the EHR itself shows for the client on screen. Not ours, and never judged. */
export const ExternalScore = z.object({
  /** The measure's name as the page has it. */
  measure: z.string().check(z.minLength(1), z.maxLength(80)),
  score: z.number(),
  /** Highest possible score where the page says it; null otherwise. */
  outOf: z.nullable(z.number()),
  on: CalendarDate,
});
export type ExternalScore = z.infer<typeof ExternalScore>;

/**
 * The closing line of an Update of ours that stands in a field: `Throughline, as of …`, without its
 * period (`own-mark.ts`). The rest of the field's text never leaves the page.
 */
export const OwnMark = z.object({
  fieldKey: z.string().check(z.minLength(1), z.maxLength(64)),
  line: z.string().check(z.minLength(1), z.maxLength(120)),
});
export type OwnMark = z.infer<typeof OwnMark>;

/** Where the page says that the client denies all risk. The page's words stay in the page. */
export const RiskDenial = z.enum(['riskAssessment', 'noteText']);
export type RiskDenial = z.infer<typeof RiskDenial>;

/** One look at the page. Two looks with equal content have equal {@link readingKey}s. */
export const PageReading = z.object({
  ehr: EhrId,
  /** Version of the adapter's selectors. */
  adapterVersion: z.int(),
  kind: PageKind,
  /**
   * False while the page may still be changing (navigation under way, two looks differ): an
   * unsettled reading never identifies anybody.
   */
  settled: z.boolean(),
  /** Counts up with every navigation within the page's life; a pending insert dies with it. */
  navigation: z.int(),
  /** Nobody, one, or several. Several is never narrowed down by guessing. */
  subjects: z.array(Subject).check(z.maxLength(20)),
  identity: PageIdentity,
  /** The appointment the note belongs to, when the page names it. */
  appointment: z.nullable(
    z.object({
      id: z.nullable(z.string().check(z.maxLength(64))),
      date: z.nullable(CalendarDate),
    }),
  ),
  note: z.nullable(
    z.object({
      /** The template's name as displayed; null when not readable. */
      template: z.nullable(z.string().check(z.maxLength(200))),
      /** Null when the page does not say. */
      type: z.nullable(NoteType),
      state: z.enum(['editable', 'locked', 'signed', 'unknown']),
    }),
  ),
  /** In document order. Decoys (AI panels, search boxes, diagnosis rows) are left out. */
  fields: z.array(NoteField).check(z.maxLength(200)),
  /** On a calendar's day view, in the order of the day; empty elsewhere. */
  schedule: z.array(ScheduleEntry).check(z.maxLength(100)),
  /** What the EHR shows of the subject's own scores; empty unless there is exactly one subject. */
  scores: z.array(ExternalScore).check(z.maxLength(100)),
  ownMarks: z.array(OwnMark).check(z.maxLength(20)),
  riskDenial: z.nullable(RiskDenial),
  /**
   * Names of the adapter's structural checks that failed on this page; never text of the page.
   * Not empty means that the page is not quite the one the adapter knows.
   */
  failedChecks: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40)),
});
export type PageReading = z.infer<typeof PageReading>;

/**
 * The parts of a reading that say who and where: EHR, page kind, people and appointment. Text
 * typed into a note does not change it.
 */
export function readingKey(reading: PageReading): string {
  const { ehr, kind, subjects, appointment, navigation } = reading;
  return JSON.stringify([ehr, kind, navigation, subjects, appointment]);
}
