import * as z from 'zod/mini';
import { Channel, ClientLanguage } from '#shared/contracts/contact.ts';
import { LONGEST_MAIL, WordedPurpose } from '#shared/contracts/wording.ts';

const Version = z.string().check(z.regex(/^\d{1,9}$/));

/** Which message, in an address. */
export const WhichMessage = z.object({
  purpose: WordedPurpose,
  language: ClientLanguage,
  way: Channel,
});

/** Wording one message. Longer than is taken, so that whoever typed too much reads so. */
export const WordingForm = z.strictObject({
  version: Version,
  ...WhichMessage.shape,
  subject: z.optional(z.string().check(z.maxLength(400))),
  body: z.string().check(z.maxLength(2 * LONGEST_MAIL)),
  do: z.enum(['save', 'default']),
});

/** Whether messages name the practice. */
export const NamingForm = z.strictObject({ version: Version, names: z.enum(['yes', 'no']) });
