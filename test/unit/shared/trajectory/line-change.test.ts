import { describe, expect, it } from 'vitest';
import type { MeasuredPoint } from '#shared/contracts/observation.ts';
import type { MinimallyImportantDifference } from '#shared/contracts/thresholds.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { importantChanges, lineChange } from '#shared/trajectory/line-change.ts';
import { measuredWeekly } from '#test/support/a-line.ts';

/** Two scores a week apart. */
function twoScores(): readonly [MeasuredPoint, MeasuredPoint] {
  const [from, to] = measuredWeekly([50, 40]);
  if (from === undefined || to === undefined) throw new Error('two scores');
  return [from, to];
}

describe('a change', () => {
  const [from, to] = twoScores();

  it('to no score is not judged, and compared with no important difference', () => {
    const change = lineChange(from, null, phq9);
    expect(change).toEqual({
      status: 'notJudged',
      reason: 'noScore',
      from,
      to: null,
      points: null,
    });
    expect(importantChanges(change, phq9)).toEqual([]);
  });

  it('is compared with the important differences that are settled', () => {
    const change = lineChange(from, to, pcl5);
    const settled: MinimallyImportantDifference[] = pcl5.minimallyImportant;
    const disputed = settled.map((one) => ({ ...one, provenance: 'unsettled' as const }));
    const minimallyImportant = [...disputed, ...settled];
    expect(importantChanges(change, { direction: 'higherWorse', minimallyImportant })).toEqual([
      { difference: settled[0], judgement: { category: 'better', withinRange: true } },
    ]);
  });
});
