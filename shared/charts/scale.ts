import { cutOffInUse } from '../change/in-use.ts';
import type { Measure } from '../contracts/measure.ts';
import type { Finding, MeasureTrend } from '../contracts/measure-line.ts';
import { numberInWords } from '../words/numbers.ts';
import type { Candidate } from './candidates.ts';
import type { Scale } from './lay/value-axis.ts';

/** A scale, and the value on it that an answer stands at; null for the ground. */
export interface LineScale {
  readonly scale: Scale;
  readonly valueOf: (candidate: Candidate) => number | null;
}

/** The scale of a line: its scores, or what a screen found, a row each. */
export function scaleOf(trend: MeasureTrend, candidates: readonly Candidate[]): LineScale {
  return trend.role === 'screen' ? findingsScale(candidates) : scoreScale(trend, candidates);
}

/**
 * The measure's whole range, so that a small change never looks large. Where no range is known, from
 * the lowest to the highest that there is. What lies outside of a stated range widens it.
 */
function scoreScale({ measure }: MeasureTrend, candidates: readonly Candidate[]): LineScale {
  const ends = measure === null ? [] : endsOf(measure);
  const drawn = candidates.flatMap(({ displayed }) => displayed ?? []);
  const lowest = [...ends, ...drawn].reduce((one, other) => Math.min(one, other), Infinity);
  const highest = [...ends, ...drawn].reduce((one, other) => Math.max(one, other), -Infinity);
  const { min, max } = widened(lowest, highest);
  const cutOff = measure === null ? null : cutOffInUse(measure.cutOffs);
  const values = [min, max, ...(cutOff === null ? [] : [cutOff.value])];
  return {
    scale: { min, max, named: values.map((value) => ({ value, words: numberInWords(value) })) },
    valueOf: ({ displayed }) => displayed,
  };
}

/** What the scale has to reach besides the scores. */
function endsOf({ range, bands, cutOffs }: Measure): readonly number[] {
  if (range !== null) return [range.min, range.max];
  const cutOff = cutOffInUse(cutOffs);
  return [
    ...bands.flatMap(({ min, max }) => [min, max]),
    ...(cutOff === null ? [] : [cutOff.value]),
  ];
}

/** Scores that are all the same stand in the middle; without any there is nothing to stand on. */
function widened(lowest: number, highest: number): { min: number; max: number } {
  if (lowest > highest) return { min: 0, max: 1 };
  return lowest === highest ? { min: lowest - 1, max: highest + 1 } : { min: lowest, max: highest };
}

const URGENCY: Readonly<Record<NonNullable<Finding['tier']>, number>> = {
  review: 1,
  urgent: 2,
  emergency: 3,
};

/** Above and below the rows of findings, in rows. */
const HALF_A_ROW = 0.5;

/** A row for each finding that there was, the most urgent on top. No distance between rows is meant. */
function findingsScale(candidates: readonly Candidate[]): LineScale {
  const findings = new Map(
    candidates.flatMap(({ finding }) => (finding === null ? [] : [[finding.label, finding]])),
  );
  const rows = [...findings.values()]
    .toSorted((one, other) => urgencyOf(one) - urgencyOf(other))
    .map(({ label }) => label);
  const max = Math.max(rows.length, 1) - HALF_A_ROW;
  return {
    scale: { min: -HALF_A_ROW, max, named: rows.map((words, value) => ({ value, words })) },
    valueOf: ({ finding }) => (finding === null ? null : rows.indexOf(finding.label)),
  };
}

function urgencyOf({ tier }: Finding): number {
  return tier === null ? 0 : URGENCY[tier];
}
