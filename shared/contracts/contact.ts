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

/** The address that a client's channel leads to; null without a channel. */
export function addressOf({
  channel,
  email,
  phone,
}: Pick<ClientContact, 'channel' | 'email' | 'phone'>): string | null {
  if (channel === null) return null;
  return channel === 'email' ? email : phone;
}

/**
 * Whether a contact gives up the address that another one agreed to: the client is written to elsewhere,
 * or not at all. Who reads at the earlier one is then no longer to find anything behind its links.
 */
export function givesUpAddress(before: ClientContact, after: ClientContact): boolean {
  if (before.agreedAt === null || before.channel === null) return false;
  const isSame = before.channel === after.channel && addressOf(before) === addressOf(after);
  return after.agreedAt === null || !isSame;
}

/** Whether two are the same in every part, by one agreement. */
export function isSameContact(one: ClientContact, other: ClientContact): boolean {
  return PARTS.every((part) => one[part] === other[part]);
}

const PARTS = ['email', 'phone', 'channel', 'language', 'country', 'agreedAt'] as const;
