import {
  CATEGORY_WORDS,
  NOT_JUDGED_WORDS,
  perWeekInWords,
  pointsInWords,
  RESPONSE_WORDS,
  TREND_WORDS,
  thresholdInWords,
  tooEarlyInWords,
} from '../../../words/changes.ts';
import { bandInWords, itemsInWords } from '../../../words/measures.ts';
import { numberInWords } from '../../../words/numbers.ts';
import type { SaidOutcome } from '../language.ts';
import type { ChangeWords, CourseWords, ScoreWords } from '../score-words.ts';

/** Scores in English. */
export const SCORES: ScoreWords = {
  band: bandInWords,
  prorated: (number, blanks) => `${number} (prorated, ${blanks})`,
  blankItems: (items) => `${itemsInWords(items)} not answered`,
  blankCount: (count, of) =>
    of === null
      ? `${count} ${count === 1 ? 'item' : 'items'} not answered`
      : `${count} of ${of} items not answered`,
  onDay: (number, band, day) => `${number}${band === null ? '' : `, ${band}`}, on ${day}`,
  withPrevious: (name, now, before) =>
    `${name} ${now.number} on ${now.day}${before === null ? '' : `, ${before.number} on ${before.day}`}`,
  lastScore: (score) => `last score ${score}`,
  unscored: (name, day, blanks) =>
    `${name} of ${day} could not be scored${blanks === null ? '' : `, ${blanks}`}`,
  finding: (name, day, label, blanks) =>
    `${name} of ${day}: ${label}${blanks === null ? '' : `, ${blanks}`}`,
  firstScore: 'first score, too early to judge change',
  noneInEpisode: 'no earlier score in this episode of care, too early to judge change',
  ownRating: 'own rating, compared with no norm',
  enteredByHand: 'total entered by hand, compared with no norm',
};

/** Changes in English. */
export const CHANGES: ChangeWords = {
  points: (points, about) => `${about && points !== 0 ? 'about ' : ''}${pointsInWords(points)}`,
  category: CATEGORY_WORDS,
  threshold: thresholdInWords,
  notJudged: NOT_JUDGED_WORDS,
  percent: (percent, higher) => `${percent} % ${higher ? 'higher' : 'lower'}`,
  outcome,
  from: (number, day, change) => `${number} on ${day}: ${change}`,
  compared: (name, day, change) => `${name} compared with ${day}: ${change}`,
  againstBaseline: (name, number, day, change) =>
    `${name} compared with baseline (${number}, ${day}): ${change}`,
  bandNow: (band, before) =>
    before === null ? `${bandInWords(band)} as before` : `${bandInWords(band)}, ${before} before`,
  important: (name, reached, size) =>
    `${name}: ${reached ? 'at least' : 'less than'} the smallest difference that people notice (${size})`,
  importantPoints: (value) => `${numberInWords(value)} points`,
  importantPercent: (value) => `${numberInWords(value)} % of baseline`,
  crossedToFunctional: (name, cutOff) =>
    `${name} crossed to the functional side of the cut-off (${numberInWords(cutOff)})`,
  crossedToClinical: (name, cutOff) =>
    `${name} crossed into the clinical range (cut-off ${numberInWords(cutOff)})`,
};

/** Courses in English. */
export const COURSE: CourseWords = {
  tooEarly: (name, have, need) => `${name}: ${tooEarlyInWords({ status: 'tooEarly', have, need })}`,
  trend: (name, count, words) => `Over the last ${count} ${name} scores: ${words.join(', ')}`,
  perWeek: perWeekInWords,
  verdict: TREND_WORDS,
  notJudged: 'direction not judged',
  relapse: (name, number, day, change) =>
    `${name} was back in the clinical range after a score in remission (${number}, ${day}): ${change}`,
  onset: (name, day, days, confirmed) =>
    `${name}: reliable improvement since ${day}, ${days} ${days === 1 ? 'day' : 'days'} after baseline, ${
      confirmed ? 'held at the next measurement' : 'not yet confirmed by a later measurement'
    }`,
  sudden: ({ name, kind, points, days, reversed }) =>
    `${name}: sudden ${kind} of ${numberInWords(points)} points between ${days[0]} and ${days[1]}${
      reversed ? ', later reversed' : ''
    }`,
  notOnTrack: (name, measurements) =>
    `${name}: no reliable improvement by measurement ${measurements}`,
  withoutImprovement: (name, measurements, days) =>
    `${name}: no reliable improvement after ${measurements} measurements in ${days} days`,
  nonResponse: (name, number, day, cut) =>
    `${name} ${number} on ${day} reached ${numberInWords(cut.score)}, the published point of likely non-response for week ${cut.week}`,
};

function outcome({
  response,
  remission,
  responsePercent,
  remissionBelow,
}: SaidOutcome): string | null {
  const half = `response (${numberInWords(responsePercent)} %)`;
  const remitted = `below ${numberInWords(remissionBelow)}`;
  if (response === 'notApplicable') {
    return remission ? `remission level (${remitted}; ${RESPONSE_WORDS.notApplicable})` : null;
  }
  if (response === 'response') {
    return remission
      ? `${half} and remission (${remitted})`
      : `${half}, not yet remission (${remitted})`;
  }
  // A partial response is only recalled: it is not said.
  return remission
    ? `remission (${remitted}), not yet ${half}`
    : `not yet ${half} or remission (${remitted})`;
}
