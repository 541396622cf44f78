import type { Instant } from '../contracts/calendar.ts';
import type { SharedMeasure } from '../contracts/couple.ts';
import type { CouplePageReply } from '../contracts/couple-procedures.ts';
import {
  calledApart,
  gapInWords,
  identityInWords,
  newestInWords,
  ownChangeInWords,
  peopleOf,
  thresholdSaid,
  togetherInWords,
  wideningInWords,
} from '../words/couples.ts';
import { listInWords } from '../words/measures.ts';
import { momentInWords } from '../words/moments.ts';

type Couple = Extract<CouplePageReply, { is: 'couple' }>;

/**
 * A couple's Update: what their page shows, in plain English lines, to be copied into the couple's own
 * record. It is made of the server's reply alone, which holds what both agreed to share and nothing
 * else. Null where nothing is shared, whatever the reason, and where the page is no couple's.
 */
export function coupleUpdate(reply: CouplePageReply): string | null {
  if (reply.is !== 'couple' || reply.view.is === 'off') return null;
  const { people, view, timeZone } = reply;
  if (view.measures.length === 0) return null;
  return [
    `Couple: ${listInWords(people.map(identityInWords))}. For the couple's own record.`,
    'Client self-report on what both agreed to share; each compared with the own baseline.',
    ...view.measures.flatMap((measure) => measureLines(measure, people)),
    // Not the closing line of a client's Update: nothing may take this text for one in a note.
    `From the couple's page in Throughline, ${momentInWords(view.asOf, timeZone)}.`,
  ].join('\n');
}

/** Whether a later reply gives the text that was read, but for its moment. */
export function isSameUpdate(read: CouplePageReply, later: CouplePageReply): boolean {
  return coupleUpdate(asOf(read, ANY_MOMENT)) === coupleUpdate(asOf(later, ANY_MOMENT));
}

const ANY_MOMENT = '2000-01-01T00:00:00.000Z' as Instant;

function asOf(reply: CouplePageReply, moment: Instant): CouplePageReply {
  return reply.is === 'couple' ? { ...reply, view: { ...reply.view, asOf: moment } } : reply;
}

function measureLines(measure: SharedMeasure, people: Couple['people']): string[] {
  const { name, partners, outOf, gap, together } = measure;
  const names = calledApart(peopleOf(measure, people));
  const further = [wideningInWords(gap), togetherInWords(together)];
  return [
    `${name}:`,
    ...partners.map((course, place) => {
      const change = course.latest === null ? '' : `; ${ownChangeInWords(course)}`;
      return `${names[place]}: ${newestInWords(course, outOf)}${change}.`;
    }),
    gapInWords(measure, people),
    ...further.filter((words) => words !== null),
    thresholdSaid(measure),
  ];
}
