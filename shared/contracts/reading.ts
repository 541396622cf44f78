import * as z from 'zod/mini';
import { CalendarDate } from './calendar.ts';

/**
 * What an adapter reads from an EHR page. Everything here is on the page already; nothing of
 * Throughline's is in it. The content script produces it and holds no other knowledge.
 */

/** The EHRs that have an adapter. */
export const EhrId = z.enum(['simplepractice', 'therapynotes']);
export type EhrId = z.infer<typeof EhrId>;

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

/** Which editing widget a field is; decides how text is put into it. */
export const EditorKind = z.enum(['textarea', 'prosemirror', 'contenteditable', 'unsupported']);
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
      state: z.enum(['editable', 'locked', 'signed', 'unknown']),
    }),
  ),
  /** In document order. Decoys (AI panels, search boxes, diagnosis rows) are left out. */
  fields: z.array(NoteField).check(z.maxLength(200)),
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
