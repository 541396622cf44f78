import type { Outstanding, PutContact, Sendings } from '#shared/contracts/between-procedures.ts';
import {
  type CalendarDate,
  dateInWords,
  dateInZone,
  daysBetween,
  type Instant,
  type TimeZone,
} from '#shared/contracts/calendar.ts';
import {
  type ClientContact,
  type ClientLanguage,
  givesUpAddress,
} from '#shared/contracts/contact.ts';
import type { Cadence, LeftOut, Pause, PauseReason, PlanTerms } from '#shared/contracts/plan.ts';
import { listInWords, measureName } from '#shared/words/measures.ts';
import { dateSeenFrom, momentSeenFrom } from '#shared/words/moments.ts';

/** How a day or moment of the practice's is named, and seen from which day. */
export interface Told {
  readonly today: CalendarDate;
  readonly timeZone: TimeZone;
  readonly nameOf: (measureId: string) => string;
}

/** What measures and forms are called: those that can be sent by their names, others by the registry's. */
export function namesIn({ sendable }: Pick<Sendings, 'sendable'>): Told['nameOf'] {
  return (measureId) =>
    sendable.find((one) => one.measureId === measureId)?.name ?? measureName(measureId);
}

const MESSAGES: Readonly<Record<Outstanding['message'], string>> = {
  byHand: 'handed over',
  waiting: 'the message waits to be sent',
  sent: 'the message was sent',
  closed: 'its link is closed, the client gave up that address: use “Send now”',
  failed: 'the message could not be sent',
};

/** One check-in that is out, and how far it got. */
export function outstandingInWords(out: Outstanding, told: Told): string {
  const { today, timeZone, nameOf } = told;
  const opened =
    out.openedAt === null
      ? 'not opened'
      : out.answeredItems === 0
        ? 'opened, nothing answered'
        : `opened, ${out.answeredItems} answered, not sent`;
  const isLate = daysBetween(out.dueOn, today) > 0;
  const ends = momentSeenFrom(out.expiresAt, timeZone, today);
  return [
    `${nameOf(out.instrumentId)}, sent ${dateSeenFrom(dateInZone(out.sentAt, timeZone), today)}`,
    MESSAGES[out.message],
    opened,
    `${isLate ? 'was due' : 'due'} ${dateSeenFrom(out.dueOn, today)}`,
    `open until ${ends}`,
  ].join('; ');
}

/** When a plan sends: `every 2 weeks from 4 Nov`. */
export function cadenceInWords(cadence: Cadence, today: CalendarDate): string {
  const rhythm = rhythmInWords(cadence);
  if (cadence.is === 'once') return `${rhythm}, on ${dateSeenFrom(cadence.on, today)}`;
  return cadence.is === 'everyWeeks'
    ? `${rhythm} from ${dateSeenFrom(cadence.from, today)}`
    : rhythm;
}

/** The same without the day that it begins on. */
function rhythmInWords(cadence: Cadence): string {
  if (cadence.is === 'once') return 'once';
  if (cadence.is === 'everyWeeks') {
    return cadence.weeks === 1 ? 'every week' : `every ${cadence.weeks} weeks`;
  }
  if (cadence.days === 0) return 'on the day of each appointment that is known';
  return `${daysInWords(cadence.days)} before each appointment that is known`;
}

/** A plan in full: what, when, how long it can be answered, and who is reminded when. */
export function planInWords(terms: PlanTerms, told: Told): string {
  return termsInWords(terms, told, cadenceInWords(terms.cadence, told.today));
}

/** A template in full: the days of a plan are counted when one is made of it. */
export function templateInWords(terms: PlanTerms, told: Pick<Told, 'nameOf'>): string {
  return termsInWords(terms, told, rhythmInWords(terms.cadence));
}

function termsInWords(
  { measures, hour, dueDays, expiryDays, reminderDays }: PlanTerms,
  { nameOf }: Pick<Told, 'nameOf'>,
  rhythm: string,
): string {
  const reminded =
    reminderDays.length === 0
      ? 'no reminder'
      : `reminded after ${listInWords(reminderDays.map(String))} ${reminderDays.at(-1) === 1 ? 'day' : 'days'}`;
  return `${listInWords(measures.map(nameOf))}, ${rhythm}, at ${hour}:00; due after ${daysInWords(dueDays)}, open for ${daysInWords(expiryDays)}, ${reminded}.`;
}

/** What comes next, or why nothing does. */
export function nextInWords(
  next: readonly CalendarDate[],
  { pause, ...way }: Pick<Sendings, 'pause' | 'contact' | 'channels'>,
  today: CalendarDate,
): string {
  if (next.length > 0) return `Next: ${next.map((day) => dateSeenFrom(day, today)).join(', ')}.`;
  if (pause !== null) return 'Sends nothing while sending is paused.';
  const { channel, agreedAt } = way.contact;
  if (channel === null || agreedAt === null) {
    return 'Sends nothing: the client has not agreed to be written to.';
  }
  return isReachable(way)
    ? 'Sends nothing next: no day that comes up is known on which something of it can be sent.'
    : `Sends nothing: this server sends no ${channel === 'email' ? 'e-mails' : 'text messages'}.`;
}

/** What a plan leaves out, by day, and why; nothing where it leaves nothing out. */
export function leftOutInWords(
  leftOut: readonly LeftOut[],
  { today, nameOf }: Pick<Told, 'today' | 'nameOf'>,
): string {
  const seen = (day: CalendarDate) => dateSeenFrom(day, today);
  const named = leftOut.map(({ measureId, on, why, since }) => {
    const reason =
      why === 'withClient' ? `out since ${seen(since)}` : `too soon after that of ${seen(since)}`;
    return `${nameOf(measureId)} on ${seen(on)} (${reason})`;
  });
  return named.length === 0 ? '' : ` Left out: ${named.join(', ')}.`;
}

/** Reasons of a pause by their names. */
export const PAUSE_WORDS: Readonly<Record<PauseReason, string>> = {
  crisis: 'Crisis',
  away: 'Away',
  clientAsked: 'The client asked',
  other: 'Another reason',
};

/** What a pause keeps, since when, by whom and until when. */
export function pauseInWords({ reason, from, until, by }: Pause, today: CalendarDate): string {
  const end = until === null ? 'until somebody ends it' : `through ${dateSeenFrom(until, today)}`;
  const kept =
    reason === 'crisis'
      ? 'Nothing is sent, also not by hand, and nobody is reminded.'
      : 'No plan sends. You can still send by hand.';
  return `${PAUSE_WORDS[reason]}, since ${dateSeenFrom(from, today)}, ${end}; set by ${by}. ${kept}`;
}

/** Languages as staff read them. */
export const LANGUAGE_WORDS: Readonly<Record<ClientLanguage, string>> = {
  english: 'English',
  spanish: 'Spanish',
};

/** Whether something may be written to the client, and this server can send it. */
export function isReachable({
  contact: { channel, agreedAt },
  channels,
}: Pick<Sendings, 'contact' | 'channels'>): boolean {
  return channel !== null && agreedAt !== null && channels.includes(channel);
}

/** Where a client is written to, in one line. */
export function contactInWords(
  contact: ClientContact,
  { timeZone }: Pick<Told, 'timeZone'>,
): string {
  const { channel, email, phone, language, agreedAt } = contact;
  const tongue = `in ${LANGUAGE_WORDS[language]}`;
  if (channel === null || agreedAt === null) {
    return `Nothing is written to this client: no way was agreed to. Pages are ${tongue}.`;
  }
  const way = channel === 'email' ? `By e-mail to ${email}` : `By text to ${phone}`;
  const day = dateInWords(dateInZone(agreedAt, timeZone), { year: true });
  return `${way}, ${tongue}. Agreed to on ${day}.`;
}

/** That a contact was saved, and what became of the links that lay at an address given up. */
export function savedInWords(
  { contact, outstanding }: Pick<Sendings, 'contact' | 'outstanding'>,
  stated: Pick<PutContact, 'channel' | 'email' | 'phone' | 'agreed'>,
): string {
  const saved = 'The contact is saved.';
  const after = { ...contact, ...stated, agreedAt: stated.agreed ? contact.agreedAt : null };
  const wentOut = outstanding.some(({ message }) => message === 'sent');
  return wentOut && givesUpAddress(contact, after)
    ? `${saved} Links sent before are closed; answers stay. “Send now” makes a new one.`
    : saved;
}

/** That somebody changed a contact under an open form, and what stands now. */
export function changedInWords(contact: ClientContact, told: Pick<Told, 'timeZone'>): string {
  return `This was changed since you opened it. On record now: ${contactInWords(contact, told)} Cancel, and open it again to change that.`;
}

/** That what is out could not be read again, and of when what stands there is. */
export function unreadInWords(
  why: string,
  asOf: Instant,
  { timeZone, today }: Pick<Told, 'timeZone' | 'today'>,
): string {
  return `What is out now is not known. ${why} Below: as of ${momentSeenFrom(asOf, timeZone, today)}.`;
}

/** `1 day`, `3 days`. */
export function daysInWords(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
