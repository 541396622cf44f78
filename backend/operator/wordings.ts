import * as z from 'zod/mini';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#backend/identity/password.ts';
import { CalendarDate, TimeZone } from '#shared/contracts/calendar.ts';
import {
  Channel,
  ClientContact,
  ClientLanguage,
  MailAddress,
  PhoneNumber,
} from '#shared/contracts/contact.ts';
import { ClientId } from '#shared/contracts/ids.ts';
import { parsePersonName } from '#shared/identity/person-name.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { type Sendability, sendability } from '#shared/instruments/sendability.ts';

/** Text on one line that a person can read: not empty, at most 200 characters. */
const Line = z.string().check(z.trim(), z.minLength(1), z.maxLength(200), z.regex(/^\P{C}*$/u));

/** The practice that is meant. */
export const PRACTICE = {
  value: 'name or id',
  help: 'which practice, where there is more than one',
  must: 'the name or id of a practice',
  form: Line,
};

/** What a practice or a member of staff is called. */
export const NAME = {
  value: 'name',
  help: 'as people read it',
  must: 'a name on one line, up to 200 characters',
  form: Line,
};

/** The name of one person, in a form that can be compared with what an EHR shows. */
export const CLIENT_NAME = {
  value: 'name',
  help: "the client's full name, as the EHR shows it",
  must: 'the given and family name of one person',
  form: Line.check(z.refine((name) => (parsePersonName(name)?.tokens.length ?? 0) >= 2)),
};

/** Somebody who works in the practice. */
export const STAFF_MEMBER = {
  value: 'e-mail or id',
  help: 'who',
  must: 'the e-mail address or id of a member of staff',
  form: Line,
};

/** The address that somebody signs in with. */
export const EMAIL = {
  value: 'address',
  help: 'signs in with it',
  must: 'an e-mail address',
  form: z.email().check(z.maxLength(254)),
};

/** A new password. */
export const PASSWORD = {
  value: 'password',
  help: 'asked for, or the first line of standard input; never an argument',
  must: `${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters long`,
  form: z.string().check(z.minLength(MIN_PASSWORD_LENGTH), z.maxLength(MAX_PASSWORD_LENGTH)),
};

/** What somebody may do. */
export const ROLE = {
  value: 'clinician|admin',
  help: 'a clinician sees the own caseload, an admin nothing clinical',
  must: 'clinician or admin',
  form: z.enum(['clinician', 'admin']),
};

/** Where a practice is. */
export const TIME_ZONE = {
  value: 'zone',
  help: 'decides which day an answer counts for, such as America/Chicago',
  must: 'the name of a time zone, such as America/Chicago',
  form: TimeZone,
};

/** A day. */
export const DATE = {
  value: 'YYYY-MM-DD',
  help: 'a day',
  must: 'a date such as 1991-03-14',
  form: CalendarDate,
};

/** A client, by the id that add-client gave. */
export const CLIENT = {
  value: 'id',
  help: 'as add-client gave it, or list --clients shows it',
  must: 'the id of a client',
  form: ClientId,
};

const idsOf = (standing: Sendability) =>
  INSTRUMENTS.filter((measure) => sendability(measure, new Set()) === standing).map(({ id }) => id);

const SENDABLE = idsOf('sendable');
const ONCE_CONFIRMED = idsOf('practiceMustConfirm');

/** A measure that can be sent, if need be once the practice has confirmed its licence. */
export const MEASURE = {
  value: 'measure',
  help: `${SENDABLE.join(', ')}; once the practice has confirmed the licence at /measures: ${ONCE_CONFIRMED.join(', ')}`,
  must: `one of ${[...SENDABLE, ...ONCE_CONFIRMED].join(', ')}`,
  form: z.enum([...SENDABLE, ...ONCE_CONFIRMED]),
};

/** A client's mailbox. */
export const CLIENT_EMAIL = {
  value: 'address',
  help: 'the address that the client gave',
  must: 'an e-mail address',
  form: MailAddress,
};

/** A client's telephone. */
export const CLIENT_PHONE = {
  value: 'number',
  help: 'with the country in front, such as +13125550142',
  must: 'a telephone number such as +13125550142',
  form: PhoneNumber,
};

/** How a client is written to. */
export const CHANNEL = {
  value: 'email|text|none',
  help: 'how the client wants to be written to; none sends nothing any more',
  must: 'email, text or none',
  form: z.enum([...Channel.options, 'none']),
};

/** The language of a client's page and messages. */
export const LANGUAGE = {
  value: ClientLanguage.options.join('|'),
  help: 'of the page and of messages (measures come in the languages that they exist in)',
  must: 'english or spanish',
  form: ClientLanguage,
};

/** Where a client lives. */
export const COUNTRY = {
  value: 'US',
  help: 'two letters (ISO 3166-1): whose crisis lines are shown',
  must: 'two capital letters, such as US',
  form: ClientContact.shape.country,
};

/** A form that the practice put together. */
export const FORM = {
  value: 'title or id',
  help: 'a form of the own practice, as clinicians compose it at /forms',
  must: 'the title or id of an own form',
  form: Line,
};

/** How long a link opens. */
export const DAYS = {
  value: '1-90',
  help: 'how many days the link opens (7 when left out)',
  must: 'a whole number from 1 to 90',
  form: z.pipe(
    z.pipe(z.string().check(z.regex(/^\d{1,2}$/)), z.transform(Number)),
    z.number().check(z.gte(1), z.lte(90)),
  ),
};
