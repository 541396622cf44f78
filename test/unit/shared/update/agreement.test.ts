import { describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import type { UpdateLength, UpdateShape } from '#shared/contracts/update.ts';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { phq, type Told } from '../a-brief.ts';
import { toldFacts } from './stories.ts';

/** Better since baseline and level since the last score, beside so much else that text gives way. */
const LEVEL: readonly Told[] = [
  phq(phq9, '2026-06-07', 18, 1),
  ['2026-06-07', gad7, 16],
  ['2026-06-07', pcl5, 60],
  ['2026-06-07', cesd, 5],
  ...['2026-11-07', '2026-11-19'].flatMap((day): Told[] => [
    phq(phq9, day, 11, 1),
    [day, gad7, 9],
    [day, pcl5, 40],
    [day, cesd, 14],
  ]),
];

function textOf(shape: UpdateShape, length: UpdateLength = 'standard'): string {
  const brief = interpret(toldFacts(['2026-11-20', '09:00'], LEVEL));
  return compose(brief, { ...chartRequest(shape), length }).text;
}

describe('a reliable improvement since baseline that the last score repeats', () => {
  it('stands in the narrative and in every field note, however short', () => {
    for (const length of ['line', 'standard', 'full'] as const) {
      for (const shape of ['narrative', 'dap'] as const) {
        expect(textOf(shape, length)).toContain(
          '18 on 7 Jun: 7 points lower, reliable improvement',
        );
      }
      for (const shape of ['soap', 'birp'] as const) {
        const text = textOf(shape, length);
        expect(text).toContain(
          'PHQ-9 compared with baseline (18, 7 Jun): 7 points lower, reliable improvement, 39 % lower',
        );
        expect(text).toContain('GAD-7 compared with baseline (16, 7 Jun): 7 points lower');
      }
    }
  });

  it('and so does a change since baseline that nothing judges', () => {
    const change = 'points higher, change not judged, no recommended threshold';
    expect(textOf('narrative')).toMatch(
      new RegExp(`CES-D [^;]*; [0-9]+ on 7 Jun: [0-9]+ ${change}`),
    );
    expect(textOf('soap')).toMatch(
      new RegExp(`CES-D compared with baseline \\([0-9]+, 7 Jun\\): [0-9]+ ${change}`),
    );
  });
});
