import * as z from 'zod/mini';
import { InsertionId } from '#shared/contracts/ids.ts';
import { InsertOutcome, InsertPlan, UndoOutcome } from '#shared/contracts/insertion.ts';
import { PageReading } from '#shared/contracts/reading.ts';

export { panelPortName } from './port-name.ts';

/** What the panel may ask of the page. Anything else is dropped. */
export const PanelToPage = z.discriminatedUnion('type', [
  /** Read the page now and send a `reading`. */
  z.object({ type: z.literal('look') }),
  z.object({ type: z.literal('insert'), plan: InsertPlan }),
  z.object({ type: z.literal('undo'), insertionId: InsertionId }),
  /** How much room the frame takes. */
  z.object({ type: z.literal('place'), mode: z.enum(['docked', 'collapsed']) }),
  /** Give the keyboard back to the page. */
  z.object({ type: z.literal('releaseFocus') }),
]);
export type PanelToPage = z.infer<typeof PanelToPage>;

/** What the content script tells the panel. */
export const PageToPanel = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reading'), reading: PageReading }),
  z.object({ type: z.literal('inserted'), insertionId: InsertionId, outcome: InsertOutcome }),
  z.object({ type: z.literal('undone'), insertionId: InsertionId, outcome: UndoOutcome }),
  /** The page hides, moves or covers the frame again and again: the panel must close. */
  z.object({ type: z.literal('pageFights') }),
]);
export type PageToPanel = z.infer<typeof PageToPanel>;
