import type { Brief, DatedScore, MeasureTrend } from '../contracts/brief.ts';
import type { CalendarDate } from '../contracts/calendar.ts';
import type { SafetyAnswer } from '../contracts/response.ts';
import { measureName } from '../words/measures.ts';
import { dateSeenFrom } from '../words/moments.ts';
import { type Piece, piece } from './piece.ts';

/** One answer to a safety item, with its day. */
interface DatedAnswer extends SafetyAnswer {
  readonly on: CalendarDate;
  readonly isNew: boolean;
}

/**
 * What was answered to each safety item: the latest answer and the one before, then positive
 * answers and blanks that came between the last look and these. A blank is said as "not answered".
 * An informational item gives way to other sentences while it is answered and not positive.
 */
export function riskAnswers(measure: MeasureTrend, { asOfDate }: Brief): Piece[] {
  return measure.latest.safety.flatMap(({ item, kind, value, positive }) => {
    const [latest, before, ...older] = answersTo(item, measure.scores);
    if (latest === undefined) return [];
    const quiet = kind === 'informational' && value !== null && !positive;
    const subject = `${measureName(measure.instrumentId)} item ${item}`;
    return piece(
      'subjective',
      quiet ? 'detail' : 'kept',
      [`${subject} ${latestText(latest, before, asOfDate)}.`, ...olderTexts(older, asOfDate)].join(
        ' ',
      ),
    );
  });
}

/** Newest first. */
function answersTo(item: number, scores: readonly DatedScore[]): DatedAnswer[] {
  return scores
    .flatMap(({ on, isNew, safety }) =>
      safety.filter((answer) => answer.item === item).map((answer) => ({ ...answer, on, isNew })),
    )
    .toReversed();
}

function latestText(
  latest: DatedAnswer,
  before: DatedAnswer | undefined,
  today: CalendarDate,
): string {
  const day = dateSeenFrom(latest.on, today);
  const now = `was ${said(latest)} on ${day}`;
  if (before === undefined) return now;
  const isSameDay = before.on === latest.on;
  if (before.value === latest.value) {
    return isSameDay
      ? `was ${said(latest)} twice on ${day}`
      : `${now} and on ${dateSeenFrom(before.on, today)}`;
  }
  const then = isSameDay ? 'earlier that day' : `on ${dateSeenFrom(before.on, today)}`;
  return `${now} and ${hasVerbOf(latest, before) ? quoted(before) : said(before)} ${then}`;
}

function olderTexts(older: readonly DatedAnswer[], today: CalendarDate): string[] {
  const unread = older.filter(({ isNew }) => isNew);
  const positive = unread.filter((answer) => answer.positive);
  const blank = unread.filter(({ value }) => value === null);
  const texts: string[] = [];
  const [lastPositive] = positive;
  if (lastPositive !== undefined) {
    const highest = positive.reduce((most, answer) =>
      (answer.value ?? 0) > (most.value ?? 0) ? answer : most,
    );
    texts.push(
      `Earlier positive answers: ${positive.length}, last on ${dateSeenFrom(lastPositive.on, today)}, highest ${quoted(highest)}.`,
    );
  }
  const [lastBlank] = blank;
  if (lastBlank !== undefined) {
    texts.push(
      `Not answered earlier: ${blank.length}, last on ${dateSeenFrom(lastBlank.on, today)}.`,
    );
  }
  return texts;
}

/** Whether "answered" was said already: a blank on either side needs its own verb. */
function hasVerbOf(latest: DatedAnswer, before: DatedAnswer): boolean {
  return latest.value !== null && before.value !== null;
}

function said(answer: DatedAnswer): string {
  return answer.value === null ? 'not answered' : `answered ${quoted(answer)}`;
}

/** The option's words inside a sentence: `"several days"`. */
export function quoted({ label, value }: Pick<SafetyAnswer, 'label' | 'value'>): string {
  const words = label ?? String(value);
  return `"${words.charAt(0).toLowerCase()}${words.slice(1)}"`;
}
