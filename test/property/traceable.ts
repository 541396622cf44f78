import type { Brief, Change, MeasureTrend } from '#shared/contracts/brief.ts';
import { CalendarDate, dateInWords, dateInZone, Instant } from '#shared/contracts/calendar.ts';
import { INSTRUMENTS, instrument } from '#shared/instruments/registry.ts';
import { timeInWords } from '#shared/words/moments.ts';

const DATE = /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?: \d{4})?/g;
const TIME = /\b\d{1,2}:\d{2} [ap]m\b/g;
const NUMBER = /\d+(?:\.\d+)?/g;

/**
 * Every date, time and number in a text that can't be traced to the brief, or to a printed fact
 * of one of its measures (maximum, item count, recall period). Worked out anew from the brief, by
 * none of the code that writes the text.
 */
export function untraceable(text: string, brief: Brief): string[] {
  const days = daysOf(brief);
  const dates = new Set(
    days.flatMap((day) => [true, false].map((year) => dateInWords(day, { year }))),
  );
  const times = new Set(momentsOf(brief).map((moment) => timeInWords(moment, brief.timeZone)));
  const numbers = new Set(numbersOf(brief).map(String));
  const withoutDates = text.replaceAll(DATE, ' ');
  const bare = fixedWords().reduce(
    (rest, words) => rest.replaceAll(words, ' '),
    withoutDates.replaceAll(TIME, ' '),
  );
  return [
    ...(text.match(DATE) ?? []).filter((date) => !dates.has(date)),
    ...(withoutDates.match(TIME) ?? []).filter((time) => !times.has(time)),
    ...(bare.match(NUMBER) ?? []).filter((number) => !numbers.has(number)),
  ];
}

/** Words with a number in them that is a name: titles, recall periods, the span of check-ins. */
function fixedWords(): string[] {
  const measures = INSTRUMENTS.flatMap(({ shortTitle, recall }) => [
    shortTitle,
    `(${recall.label})`,
  ]);
  return [...measures, 'last 90 days'];
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function momentsOf(brief: Brief): Instant[] {
  return stringsOf(brief).filter((text): text is Instant => Instant.safeParse(text).success);
}

function daysOf(brief: Brief): CalendarDate[] {
  const days = stringsOf(brief).filter(
    (text): text is CalendarDate => CalendarDate.safeParse(text).success,
  );
  return [...days, ...momentsOf(brief).map((moment) => dateInZone(moment, brief.timeZone))];
}

function numbersOf({ measures, completion }: Brief): number[] {
  const { sent, completed, missed, unfinished, outstanding } = completion;
  return [
    sent,
    completed,
    missed.length - 3,
    outstanding.length,
    ...[...missed, ...unfinished].flatMap(({ answeredItems, instrumentId }) => [
      answeredItems,
      instrument(instrumentId)?.items.length ?? answeredItems,
    ]),
    ...unfinished.flatMap(({ unsentRiskAnswer }) => unsentRiskAnswer?.item ?? []),
    ...measures.flatMap(numbersOfMeasure),
  ];
}

function numbersOfMeasure(measure: MeasureTrend): number[] {
  const { latest, previous, baseline, trend, otherVersionCount, scores } = measure;
  const known = instrument(measure.instrumentId);
  const unread = scores.filter(({ isNew }) => isNew).flatMap(({ safety }) => safety);
  return [
    ...[latest, previous, baseline].flatMap((score) => score?.displayed ?? []),
    ...[latest, previous].flatMap((score) => score?.missingItems ?? []),
    ...scores.filter(({ isNew }) => isNew).flatMap(({ missingItems }) => missingItems),
    ...scores.map(({ missingItems }) => missingItems.length),
    ...latest.safety.map(({ item }) => item),
    ...countsUpTo(unread.filter(({ positive }) => positive).length),
    ...countsUpTo(unread.filter(({ value }) => value === null).length),
    ...changeNumbers(measure.sinceBaseline),
    ...changeNumbers(measure.sincePrevious),
    ...(trend.status === 'tooEarly'
      ? [trend.have, trend.need]
      : [trend.count, Number(Math.abs(trend.perWeek).toFixed(1))]),
    otherVersionCount,
    ...(known === null ? [] : [known.range.max, known.items.length]),
  ];
}

/** Of the answers since the last look, up to two are said one by one and the rest is counted. */
function countsUpTo(all: number): number[] {
  return [all, all - 1, all - 2].filter((count) => count > 0);
}

function changeNumbers(change: Change): number[] {
  const points = change.points === null ? [] : [Math.abs(change.points)];
  if (change.status === 'notJudged') return points;
  const percent = change.percentBetter ?? 0;
  return [...points, change.threshold.value, Math.round(percent), Math.floor(percent)];
}
