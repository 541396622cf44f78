import * as z from 'zod/mini';
import { Channel, ClientLanguage } from './contact.ts';

/** Where the link stands in a message to a client; exactly once, and the only placeholder there is. */
export const LINK_PLACEHOLDER = '{link}';

/** Longest text message in characters: two parts of one message (3GPP TS 23.038) with room for the link. */
export const LONGEST_TEXT = 200;

/** Longest mail in characters. */
export const LONGEST_MAIL = 1200;

/** Messages to a client whose words a practice may choose; those to its own people are fixed. */
export const WordedPurpose = z.enum(['checkIn', 'reminder']);
export type WordedPurpose = z.infer<typeof WordedPurpose>;

/** A practice's own words for one message in one language by one way. */
export const OwnMessageText = z.object({
  purpose: WordedPurpose,
  language: ClientLanguage,
  way: Channel,
  /** Subject of a mail; null for a text message, which has none. */
  subject: z.nullable(z.string().check(z.regex(/\S/), z.maxLength(80))),
  /** With {@link LINK_PLACEHOLDER} once. */
  body: z.string().check(z.regex(/\S/), z.maxLength(LONGEST_MAIL)),
});
export type OwnMessageText = z.infer<typeof OwnMessageText>;

/** How a practice's messages read. */
export const Wording = z.object({
  /** 0 where nothing was ever set; counts up with every change. */
  version: z.int().check(z.nonnegative()),
  /** Whether messages name the practice. Off at first: a practice's name may tell its specialty. */
  namesPractice: z.boolean(),
  /** Only what differs from the words that Throughline comes with. */
  texts: z.array(OwnMessageText).check(z.maxLength(8)),
});
export type Wording = z.infer<typeof Wording>;
