import * as z from 'zod/mini';
import { Instant } from './calendar.ts';

/** How a person is written to. */
export const Channel = z.enum(['email', 'text']);
export type Channel = z.infer<typeof Channel>;

/** Languages that the client's page and messages are written in. */
export const ClientLanguage = z.enum(['english', 'spanish']);
export type ClientLanguage = z.infer<typeof ClientLanguage>;

/** An address of a mailbox: one, without a name, without a line break that would begin a header. */
export const MailAddress = z
  .string()
  .check(z.regex(/^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"()]+$/), z.maxLength(254));

/** A telephone number in the form of ITU-T E.164: `+13125550142`. */
export const PhoneNumber = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/));

/**
 * Where a client wants to be written to. Both may be absent: then links are handed over by the
 * clinician, or the form is answered in the practice.
 */
export const ClientContact = z.object({
  email: z.nullable(MailAddress),
  phone: z.nullable(PhoneNumber),
  /** Which one is used; null while nothing may be sent. */
  channel: z.nullable(Channel),
  language: ClientLanguage,
  /** Country whose crisis resources are shown, ISO 3166-1 alpha-2. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** When the client agreed to be written to on this channel; nothing is sent before. */
  agreedAt: z.nullable(Instant),
});
export type ClientContact = z.infer<typeof ClientContact>;

/** Whether two are the same in every part, by one agreement. */
export function isSameContact(one: ClientContact, other: ClientContact): boolean {
  return PARTS.every((part) => one[part] === other[part]);
}

const PARTS = ['email', 'phone', 'channel', 'language', 'country', 'agreedAt'] as const;
