import type { Brief, CheckIn } from '#shared/contracts/brief.ts';
import { CalendarDate, dateInZone, Instant } from '#shared/contracts/calendar.ts';
import type { GoalRating } from '#shared/contracts/goal.ts';
import type { AnsweredForm, Change, MeasureTrend } from '#shared/contracts/measure-line.ts';
import type { Trajectory } from '#shared/contracts/trajectory.ts';
import type { UpdateLanguage } from '#shared/contracts/update.ts';
import { INSTRUMENTS, instrument } from '#shared/instruments/registry.ts';
import { measuresOf } from '#shared/measures/of-instrument.ts';

const MONTHS = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
} as const satisfies Record<UpdateLanguage, readonly string[]>;
const datePattern = (months: readonly string[]) =>
  new RegExp(`\\b\\d{1,2} (?:${months.join('|')})\\b(?: \\d{4})?`, 'g');
const DATE = { en: datePattern(MONTHS.en), es: datePattern(MONTHS.es) } as const;
const CLOCK = { en: /\b\d{1,2}:\d{2} [ap]m\b/g, es: /\b\d{1,2}:\d{2}\b/g } as const;
const NUMBER = /\d+(?:\.\d+)?/g;
const QUOTED = /"[^"]*"/g;

/** Looks for what a text can't have from a brief. */
export type Tracer = (text: string, language: UpdateLanguage) => string[];

/**
 * Every date, time and number in a text that can't be traced to the brief, or to a printed fact
 * of one of its measures (maximum, item count, threshold). Worked out anew from the brief, by none of
 * the code that writes the text. What is quoted is somebody else's words.
 */
export function tracerOf(brief: Brief): Tracer {
  const strings = stringsOf(brief);
  const moments = strings.filter((text): text is Instant => Instant.safeParse(text).success);
  const days = [
    ...strings.filter((text): text is CalendarDate => CalendarDate.safeParse(text).success),
    ...moments.map((moment) => dateInZone(moment, brief.timeZone)),
  ];
  const numbers = new Set(numbersOf(brief).map(shown));
  const known = {
    en: wordsIn('en', { days, moments, timeZone: brief.timeZone }),
    es: wordsIn('es', { days, moments, timeZone: brief.timeZone }),
  };
  return (text, language) => {
    const { dates, times } = known[language];
    const own = text.replaceAll(QUOTED, ' ');
    const withoutDates = own.replaceAll(DATE[language], ' ');
    const bare = FIXED.reduce(
      (rest, words) => rest.replaceAll(words, ' '),
      withoutDates.replaceAll(CLOCK[language], ' '),
    );
    return [
      ...(own.match(DATE[language]) ?? []).filter((date) => !dates.has(date)),
      ...(withoutDates.match(CLOCK[language]) ?? []).filter((time) => !times.has(time)),
      ...(bare.match(NUMBER) ?? []).filter((number) => !numbers.has(number)),
    ];
  };
}

interface Told {
  readonly days: readonly CalendarDate[];
  readonly moments: readonly Instant[];
  readonly timeZone: string;
}

function wordsIn(language: UpdateLanguage, { days, moments, timeZone }: Told) {
  return {
    dates: new Set(days.flatMap((day) => dateWords(day, language))),
    times: new Set([...new Set(moments)].map((at) => clockWords(at, timeZone, language))),
  };
}

/** Words with a number in them that is a name: titles, recall periods, the code of a procedure. */
const FIXED = INSTRUMENTS.flatMap((known) => [
  ...measuresOf(known).map(({ shortTitle }) => shortTitle),
  known.shortTitle,
  `(${known.recall.label})`,
])
  .toSorted((one, other) => other.length - one.length)
  .concat(['(2 semanas)', '(4 semanas)', '(30 días)', '(última semana o últimas 2 semanas)'])
  .concat(['(últimas 4 semanas)', 'CPT 96127', '(last 90 days)', '(últimos 90 días)']);

function dateWords(day: CalendarDate, language: UpdateLanguage): string[] {
  const [year, month, date] = day.split('-').map(Number);
  const words = `${date} ${MONTHS[language][(month ?? 1) - 1]}`;
  return [words, `${words} ${year}`];
}

function clockWords(at: Instant, timeZone: string, language: UpdateLanguage): string {
  const hours = { timeZone, hour: 'numeric', minute: '2-digit' } as const;
  return language === 'en'
    ? new Date(at).toLocaleTimeString('en-US', hours).replace(/\s/, ' ').toLowerCase()
    : new Date(at).toLocaleTimeString('en-GB', hours).replace(/^0(?=\d)/, '');
}

function shown(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Every day and moment in a brief; the facts of measures and instruments hold none of a client. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'measure' || key === 'instrument' ? [] : stringsOf(inner),
  );
}

function numbersOf({
  measures,
  forms,
  completion,
  superseded,
  later,
  openAlerts,
  goals,
}: Brief): number[] {
  const { sent, completed, missed, unfinished, outstanding, undelivered } = completion;
  return [
    sent,
    completed,
    completed + missed.length,
    missed.length,
    missed.length - 3,
    outstanding.length,
    undelivered.length,
    openAlerts.length,
    superseded.length,
    ...goals.flatMap(({ ratings }) => ratings.flatMap(numbersOfRating)),
    ...(later?.goalRatings ?? []).flatMap(({ rating }) => numbersOfRating(rating)),
    ...[...missed, ...unfinished, ...(later?.unsent ?? [])].flatMap(numbersOfCheckIn),
    ...measures.flatMap(numbersOfLine),
    ...forms.flatMap(numbersOfForm),
    ...(later?.scores ?? []).flatMap(({ displayed, measure }) => [
      ...(displayed === null ? [] : [displayed]),
      ...(measure?.range ? [measure.range.max] : []),
    ]),
    ...(later?.riskAnswers ?? []).map(({ answer }) => answer.item),
  ];
}

/** A value, without its sign, and the end of the scale from 0 to 10. */
function numbersOfRating({ value }: GoalRating): number[] {
  return [Math.abs(value), 10];
}

function numbersOfCheckIn({ answeredItems, instrumentId, unsentRiskAnswer }: CheckIn): number[] {
  return [
    answeredItems,
    instrument(instrumentId)?.items.length ?? answeredItems,
    ...(unsentRiskAnswer === null ? [] : [unsentRiskAnswer.item]),
  ];
}

function numbersOfForm({ answered }: AnsweredForm): number[] {
  const unread = answered.filter(({ isNew }) => isNew).flatMap(({ safety }) => safety);
  return [
    answered.length,
    ...[...Map.groupBy(unread, ({ item }) => item)].flatMap(([item, answers]) => [
      item,
      ...countsUpTo(answers.filter(({ positive }) => positive).length),
      ...countsUpTo(answers.filter(({ value }) => value === null).length),
    ]),
    ...(answered.at(-1)?.safety ?? []).map(({ item }) => item),
  ];
}

function numbersOfLine(line: MeasureTrend): number[] {
  const { latest, previous, baseline, scores, measure, external } = line;
  return [
    ...[latest, previous, baseline].flatMap((score) => score?.displayed ?? []),
    ...scores.flatMap(({ missingItems }) => [missingItems.length, ...missingItems]),
    ...scores.filter(({ isNew }) => isNew).flatMap(({ displayed }) => displayed ?? []),
    ...external.map(({ displayed }) => displayed),
    ...changeNumbers(line.sinceBaseline),
    ...changeNumbers(line.sincePrevious),
    ...numbersOfCourse(line.trajectory),
    line.otherVersionCount,
    scores.length,
    instrument(line.instrumentId)?.items.length ?? 0,
    ...(measure === null
      ? []
      : [
          ...(measure.range === null ? [] : [measure.range.max]),
          ...(measure.outcome === null
            ? []
            : [measure.outcome.responsePercent, measure.outcome.remissionBelow]),
          ...measure.cutOffs.filter((cutOff) => cutOff.default).map(({ value }) => value),
        ]),
  ];
}

function numbersOfCourse(course: Trajectory): number[] {
  const { trend, relapse, improvement, onTrack, withoutImprovement } = course;
  const onset = improvement.status === 'judged' ? improvement.onset : null;
  return [
    ...(trend.status === 'tooEarly' ? [trend.have, trend.need] : []),
    ...(trend.status === 'fitted'
      ? [trend.run.length, Number(Math.abs(trend.perWeek).toFixed(1))]
      : []),
    ...(relapse === null
      ? []
      : [
          relapse.remission.displayed,
          Math.abs(relapse.latest.displayed - relapse.remission.displayed),
        ]),
    ...(onset === null ? [] : [onset.days]),
    ...('measurements' in onTrack ? [onTrack.measurements] : []),
    ...('measurements' in withoutImprovement
      ? [withoutImprovement.measurements, withoutImprovement.days]
      : []),
    ...course.suddenChanges.map(({ magnitude }) => magnitude),
    ...course.importantChanges.map(({ difference }) => difference.value),
    ...course.nonResponse.flatMap(({ cut, nearest }) => [
      cut.week,
      cut.score,
      nearest?.displayed ?? cut.score,
    ]),
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
