import * as z from 'zod/mini';
import { InsertionId } from '#shared/contracts/ids.ts';
import { InsertOutcome, InsertPlan, UndoOutcome } from '#shared/contracts/insertion.ts';
import { PageReading } from '#shared/contracts/reading.ts';
import { SelfCheck } from '#shared/contracts/self-check.ts';

export { panelPortName } from './port-name.ts';

/** Which question about a field it is, counted from 1 by the panel that asks. */
const PickRequestId = z.int().check(z.minimum(1), z.maximum(1_000_000));

/** What the panel may ask of the page. Anything else is dropped. */
export const PanelToPage = z.discriminatedUnion('type', [
  /** Read the page now and send a `reading`. */
  z.object({ type: z.literal('look') }),
  z.object({ type: z.literal('insert'), plan: InsertPlan }),
  z.object({ type: z.literal('undo'), insertionId: InsertionId }),
  /**
   * How much room the frame takes and, floating, where its top left corner is, in CSS pixels of the
   * window; the frame is kept inside of it. `x` and `y` count only for `floating`.
   */
  z.object({
    type: z.literal('place'),
    mode: z.enum(['docked', 'floating', 'collapsed']),
    side: z.enum(['left', 'right']),
    x: z.int().check(z.minimum(0), z.maximum(20_000)),
    y: z.int().check(z.minimum(0), z.maximum(20_000)),
  }),
  /** Let the person click the field that is meant; `picked` tells which, Escape ends it. */
  z.object({ type: z.literal('pickField'), requestId: PickRequestId }),
  z.object({ type: z.literal('stopPicking') }),
  /** A field that was picked in an earlier note of this template. */
  z.object({
    type: z.literal('useField'),
    requestId: PickRequestId,
    label: z.string().check(z.maxLength(200)),
    position: z.int().check(z.minimum(0), z.maximum(200)),
  }),
  /** Hold the page against the adapter's assumptions. */
  z.object({ type: z.literal('check') }),
  /** Give the keyboard back to the page. */
  z.object({ type: z.literal('releaseFocus') }),
]);
export type PanelToPage = z.infer<typeof PanelToPage>;

/**
 * Why a place that a person pointed at is no field for an Update. `noNoteField`: no text box at all, or
 * one that is not the note's (a search, an AI's draft, a risk assessment); also when a field that was
 * picked before is not in this note.
 */
export const PickRefusal = z.enum([
  'noNoteField',
  'oneLine',
  'psychotherapyNote',
  'unsupportedEditor',
]);
export type PickRefusal = z.infer<typeof PickRefusal>;

/** What the content script tells the panel. */
export const PageToPanel = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reading'), reading: PageReading }),
  z.object({ type: z.literal('inserted'), insertionId: InsertionId, outcome: InsertOutcome }),
  z.object({ type: z.literal('undone'), insertionId: InsertionId, outcome: UndoOutcome }),
  /**
   * The field that the person clicked, or that was found again; null when there is none. Its key is among
   * the reading's fields. `refusal` is null as well when picking was ended without a click.
   */
  z.object({
    type: z.literal('picked'),
    /** Of the `pickField` or `useField` that this answers. */
    requestId: PickRequestId,
    field: z.nullable(
      z.object({
        fieldKey: z.string(),
        label: z.string().check(z.maxLength(200)),
        /** Its place among the reading's fields, from 0. */
        position: z.int(),
      }),
    ),
    refusal: z.nullable(PickRefusal),
  }),
  /** Where the frame's top left corner is, after `place`: it is kept inside of the window. */
  z.object({ type: z.literal('placed'), x: z.int(), y: z.int() }),
  z.object({ type: z.literal('checked'), report: SelfCheck }),
  /** A keyboard command of the browser that the page's tab got. */
  z.object({ type: z.literal('command'), command: z.enum(['toggle', 'nextAlert', 'insert']) }),
  /** The page hides, moves or covers the frame again and again: the panel must close. */
  z.object({ type: z.literal('pageFights') }),
]);
export type PageToPanel = z.infer<typeof PageToPanel>;
