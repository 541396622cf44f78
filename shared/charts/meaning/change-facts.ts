import { cutOffInUse, outcomeInUse } from '../../change/in-use.ts';
import type { ImportantChange } from '../../contracts/course.ts';
import type { Measure } from '../../contracts/measure.ts';
import type { MeasureTrend } from '../../contracts/measure-line.ts';
import type { Trajectory } from '../../contracts/trajectory.ts';
import {
  CATEGORY_WORDS,
  changeInPoints,
  RESPONSE_WORDS,
  thresholdInWords,
} from '../../words/changes.ts';
import { numberInWords } from '../../words/numbers.ts';
import { type CourseFact, dayOf } from './fact.ts';

const JACOBSON_TRUAX = {
  source: 'Jacobson and Truax 1991, doi 10.1037/0022-006X.59.1.12',
  provenance: 'seen',
} as const;

/** What the change since baseline means, by each method that applies. */
export function changeFacts(trend: MeasureTrend): CourseFact[] {
  const { measure, trajectory } = trend;
  if (measure === null) return [];
  return [
    ...reliableChange(trend),
    ...significance(trajectory.significance, measure),
    ...trajectory.importantChanges.map(importantChange),
    ...outcome(trajectory.outcome, measure),
  ];
}

function reliableChange({ sinceBaseline, baseline }: MeasureTrend): CourseFact[] {
  if (sinceBaseline.status !== 'judged' || baseline === null) return [];
  const { points, category, threshold, percentBetter } = sinceBaseline;
  const percent =
    percentBetter === null
      ? ''
      : `, ${Math.round(Math.abs(percentBetter))} % ${percentBetter < 0 ? 'worse' : 'better'}`;
  const said = `Since baseline (${numberInWords(baseline.displayed ?? 0)} on ${dayOf(baseline.on)}): ${changeInPoints(sinceBaseline, points)}${percent}: ${CATEGORY_WORDS[category]} (${thresholdInWords(threshold)}).`;
  return [{ said, sources: [threshold] }];
}

const SIGNIFICANCE_WORDS: Readonly<Record<NonNullable<Trajectory['significance']>, string>> = {
  recovered:
    'recovered: reliably better, and from the clinical to the functional side of the cut-off',
  improved: 'improved: reliably better, without crossing the cut-off to the functional side',
  unchanged: 'neither reliably better nor reliably worse',
  deteriorated: 'deteriorated: reliably worse',
  harmed: 'reliably worse, and from the functional to the clinical side of the cut-off',
};

function significance(judged: Trajectory['significance'], { cutOffs }: Measure): CourseFact[] {
  const cutOff = cutOffInUse(cutOffs);
  if (judged === null || cutOff === null) return [];
  const said = `Clinical significance: ${SIGNIFICANCE_WORDS[judged]}.`;
  return [{ said, sources: [JACOBSON_TRUAX, cutOff] }];
}

function importantChange({ difference, judgement }: ImportantChange): CourseFact {
  const { value, upTo, unit } = difference;
  const size =
    upTo === undefined ? numberInWords(value) : `${numberInWords(value)} to ${numberInWords(upTo)}`;
  const whole = unit === 'points' ? `${size} points` : `${size} % of the baseline`;
  const said = `Smallest important difference, ${whole}: ${importanceSaid(judgement)}.`;
  return { said, sources: [difference] };
}

function importanceSaid(judgement: ImportantChange['judgement']): string {
  if (judgement === null) return 'can’t be worked out, the baseline is 0';
  const { category, withinRange } = judgement;
  if (category === 'neither') return 'not reached';
  const towards = category === 'better' ? 'for the better' : 'for the worse';
  return withinRange ? `its lower end is reached, ${towards}` : `reached, ${towards}`;
}

function outcome(judged: Trajectory['outcome'], measure: Measure): CourseFact[] {
  const definition = outcomeInUse(measure.outcome);
  if (judged === null || definition === null) return [];
  const { responsePercent, remissionBelow } = definition;
  const remission = judged.remission ? 'reached' : 'not reached';
  const response = judged.response === 'response' ? 'reached' : RESPONSE_WORDS[judged.response];
  const said = `Response (${responsePercent} % better than a clinical baseline): ${response}. Remission (below ${remissionBelow}): ${remission}.`;
  return [{ said, sources: [definition] }];
}
