import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { DatedScore, MeasureTrend } from '#shared/contracts/measure-line.ts';
import { changeInPoints, thresholdInWords, tooEarlyInWords } from '#shared/words/changes.ts';
import { bandInWords, noTotalInWords } from '#shared/words/measures.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import type { Tone } from '../../ui/controls.tsx';

/** A judgement of a measure's course in a word, with its tone. */
export interface Judgement {
  readonly word: string;
  readonly tone: Tone;
}

const CATEGORY = {
  reliableImprovement: { word: 'reliably better', tone: 'better' },
  reliableWorsening: { word: 'reliably worse', tone: 'worse' },
  noReliableChange: { word: 'no reliable change', tone: 'unknown' },
} as const satisfies Record<string, Judgement>;

const NOT_JUDGED = {
  onlyOneScore: { word: 'too early to say', tone: 'unknown' },
  newEpisode: { word: 'new episode of care', tone: 'unknown' },
  noScore: { word: 'can’t be scored', tone: 'unknown' },
  noThreshold: { word: 'change not judged', tone: 'unknown' },
} as const satisfies Record<string, Judgement>;

/** The tag beside a measure's name: change since baseline, or why there is none to speak of. */
export function judgementOf(measure: MeasureTrend): Judgement {
  const { latest, sinceBaseline, trajectory } = measure;
  const { trend } = trajectory;
  if (latest.displayed === null) return withoutTotal(latest);
  if (isFirstAfterReturn(measure)) return NOT_JUDGED.newEpisode;
  if (sinceBaseline.status === 'notJudged') return NOT_JUDGED[sinceBaseline.reason];
  const tooEarly = sinceBaseline.category === 'noReliableChange' && trend.status === 'tooEarly';
  return tooEarly ? NOT_JUDGED.onlyOneScore : CATEGORY[sinceBaseline.category];
}

/** A finding is said as its owner words it; that there is none is no good news either. */
function withoutTotal(latest: DatedScore): Judgement {
  const { finding } = latest;
  if (finding === null) return NOT_JUDGED.noScore;
  return { word: noTotalInWords(latest), tone: finding.tier === null ? 'unknown' : 'worse' };
}

/**
 * Whether the newest score is the first of the present episode of care while scores of an earlier
 * one stand on the line: there is a past, but nothing in it to compare with.
 */
function isFirstAfterReturn({ scores, baseline, latest }: MeasureTrend): boolean {
  return baseline === latest && scores.some((one) => one !== latest && one.displayed !== null);
}

/** What the newest number means: range, baseline, threshold, and what a trend still needs. */
export function meaningOf(measure: MeasureTrend, today: CalendarDate): string[] {
  const { latest, baseline, sinceBaseline, trajectory } = measure;
  const { trend } = trajectory;
  return [
    ...(latest.band === null ? [] : [bandInWords(latest.band)]),
    dateSeenFrom(latest.on, today),
    ...(isFirstAfterReturn(measure)
      ? ['first score of this episode of care, not compared with earlier ones']
      : []),
    ...(baseline === null || baseline === latest || baseline.displayed === null
      ? []
      : [`${baseline.displayed} at baseline, ${dateSeenFrom(baseline.on, today)}`]),
    ...(sinceBaseline.status === 'judged'
      ? [
          changeInPoints(sinceBaseline, sinceBaseline.points),
          thresholdInWords(sinceBaseline.threshold),
        ]
      : []),
    ...(trend.status === 'tooEarly' ? [tooEarlyInWords(trend)] : []),
  ];
}
