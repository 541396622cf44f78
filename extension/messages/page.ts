import * as z from 'zod/mini';
import { InsertionId } from '#shared/contracts/ids.ts';
import { InsertOutcome, InsertPlan, UndoOutcome } from '#shared/contracts/insertion.ts';
import { PageReading } from '#shared/contracts/reading.ts';

/**
 * Panel frame <-> content script of the same tab, over one port that the panel opens with
 * `tabs.connect`. The page can neither see nor open it. The port's name carries the nonce that
 * the content script gave to the frame it made; any other port is refused.
 */
export const PANEL_PORT = 'throughline.panel';

/** The port name for a frame. */
export function panelPortName(nonce: string): string {
  return `${PANEL_PORT}.${nonce}`;
}

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
