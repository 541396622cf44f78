import * as z from 'zod/mini';
import { CalendarDate } from './calendar.ts';
import { EhrId } from './ehr.ts';
import { InsertionId } from './ids.ts';

/** Longest text that one insertion may carry, in UTF-16 units. */
export const MAX_INSERT_LENGTH = 20_000;

/**
 * Everything that must still hold in the same turn as the write. The content script reads the
 * page again and compares; any difference and nothing is written.
 */
export const InsertPlan = z.object({
  insertionId: InsertionId,
  expected: z.object({
    ehr: EhrId,
    /** `PageReading.navigation` of the reading that the clinician saw. */
    navigation: z.int(),
    recordId: z.nullable(z.string()),
    name: z.nullable(z.string()),
    birthDate: z.nullable(CalendarDate),
    appointmentId: z.nullable(z.string()),
    /** Where notes have no id on their page, date and template tell one from the next. */
    appointmentDate: z.nullable(CalendarDate),
    /** `PageReading.note.template` of that reading. */
    template: z.nullable(z.string()),
  }),
  /** One entry per field, in document order. Written in turn; a failure stops the rest. */
  parts: z
    .array(
      z.object({
        fieldKey: z.string(),
        /** The label the clinician saw; it must still be the field's label. */
        label: z.string(),
        /** Plain text, `\n` between lines. */
        text: z.string().check(z.minLength(1), z.maxLength(MAX_INSERT_LENGTH)),
        /**
         * An earlier text of ours that this one takes the place of, word for word as it was inserted.
         * Unless the field holds exactly this, exactly once, nothing is written. Null to append.
         */
        replaces: z.nullable(z.string().check(z.minLength(1), z.maxLength(MAX_INSERT_LENGTH))),
      }),
    )
    .check(z.minLength(1), z.maxLength(8)),
});
export type InsertPlan = z.infer<typeof InsertPlan>;

/** Why nothing was written, or why what was written can't be vouched for. */
export const InsertRefusal = z.enum([
  'signedOut',
  'locked',
  'signed',
  'psychotherapyNote',
  'wrongClient',
  'ambiguousClient',
  'pageChanged',
  'fieldNotFound',
  'fieldChanged',
  'editorRejected',
  'unsupportedVersion',
  'noteChangedSince',
  /** The earlier block that was to be refreshed is gone, doubled, or was edited by a person. */
  'blockChanged',
  /** The practice, or the policy, has switched writing into this EHR off. */
  'switchedOff',
  'nothingToUndo',
  'pageUnreachable',
]);
export type InsertRefusal = z.infer<typeof InsertRefusal>;

/**
 * What the read-back found.
 * `exact`: the field holds what it held before plus exactly this text.
 * `changed`: the text is there, but the editor altered it or what stood around it.
 * `notInserted`: the text is not in the field; what was there before still is.
 * `unconfirmed`: written or about to be, but it could not be read back. Nobody may say that it is
 * there or that it is not: a person has to look at the note.
 */
export const InsertOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('exact') }),
  z.object({ status: z.literal('changed'), detail: z.enum(['altered', 'partial']) }),
  z.object({ status: z.literal('notInserted'), reason: InsertRefusal }),
  z.object({ status: z.literal('unconfirmed'), reason: InsertRefusal }),
]);
export type InsertOutcome = z.infer<typeof InsertOutcome>;

/**
 * What became of an undo.
 * `restored`: the field holds exactly its former text again; with `beside`, that and what somebody
 * wrote behind the text while it was being read back.
 * `notRestored`: it does not; what was there has been kept. With `inPart`, other fields of the same
 * insertion do hold their former text again.
 * `unconfirmed`: asked for, and nobody could read what became of it. A person has to look.
 */
export const UndoOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('restored'), beside: z.optional(z.literal(true)) }),
  z.object({
    status: z.literal('notRestored'),
    reason: InsertRefusal,
    inPart: z.optional(z.literal(true)),
  }),
  z.object({ status: z.literal('unconfirmed'), reason: InsertRefusal }),
]);
export type UndoOutcome = z.infer<typeof UndoOutcome>;
