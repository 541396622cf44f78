import * as z from 'zod/mini';
import { ActionId } from './alert.ts';

/** Most actions in a practice's list: what does not fit on a screen is not read in an emergency. */
export const MOST_ACTIONS = 12;

/** One thing that the practice does about an alert, in its own words. */
export const ProtocolAction = z.object({
  /** Never given twice, so that what was said with it can be counted; its words may change. */
  id: ActionId,
  words: z.string().check(z.regex(/\S/), z.maxLength(80)),
  /** The sentence that can go into the note with it; null for none. */
  sentence: z.nullable(z.string().check(z.regex(/\S/), z.maxLength(300))),
  /** False for an action that can't answer an alert about safety, such as "not useful". */
  forSafety: z.boolean(),
  inUse: z.boolean(),
});
export type ProtocolAction = z.infer<typeof ProtocolAction>;

/** A practice's list. At least one action in use answers alerts about safety. */
export const Protocol = z.object({
  /** 0 for the list that every practice begins with. */
  version: z.int().check(z.nonnegative()),
  actions: z.array(ProtocolAction).check(z.minLength(1), z.maxLength(MOST_ACTIONS)),
});
export type Protocol = z.infer<typeof Protocol>;
