import { describe, expect, it } from 'vitest';
import { evaluateCouple } from '#shared/alerts/evaluate-couple.ts';
import { addDays } from '#shared/contracts/calendar.ts';
import type { DatedReading, Measure } from '#shared/contracts/measure.ts';
import { csi16 } from '#shared/instruments/data/csi16.ts';
import { measure as measureById } from '#shared/measures/lookup.ts';
import { FIRST_DAY, responseId } from '../a-history.ts';
import { setting } from './outcomes.ts';

const measure = measureById('csi16');
if (measure === null) throw new Error('the CSI-16 is a measure');
const csi: Measure = measure;

/** A partner's readings from `[days since the first, total]`. */
function partner(
  number: number,
  ...scores: readonly (readonly [days: number, total: number])[]
): DatedReading[] {
  return scores.map(([days, total], index) => ({
    measureId: csi.id,
    version: csi.version,
    total,
    displayed: total,
    band: null,
    prorated: false,
    responseIds: [responseId(100 * number + index)],
    on: addDays(FIRST_DAY, days),
    submittedAt: `${addDays(FIRST_DAY, days)}T20:00:00.000Z` as DatedReading['submittedAt'],
  }));
}

const said = (
  one: readonly DatedReading[],
  other: readonly DatedReading[],
  settings?: ReturnType<typeof setting>,
  of: Measure = csi,
) => evaluateCouple(of, one, other, settings)?.outcome ?? '-';

describe('P1, couple gap', () => {
  it('fires when two scores differ by the reliable-change value, whoever is higher', () => {
    expect(csi16.reliableChange.value).toBe(7);
    expect(said(partner(1, [0, 50]), partner(2, [0, 43]))).toBe('fires');
    expect(said(partner(1, [0, 43]), partner(2, [0, 50]))).toBe('fires');
    expect(said(partner(1, [0, 50]), partner(2, [0, 44]))).toBe('clears');
  });

  it('is information, in the order of the couple’s record', () => {
    expect(evaluateCouple(csi, partner(1, [0, 50]), partner(2, [3, 40]))).toMatchObject({
      rule: 'P1',
      tier: 'info',
      instrumentId: 'csi16',
      parameters: { share: 1, days: 14 },
      evidence: {
        kind: 'coupleGap',
        one: { total: 50 },
        other: { total: 40 },
        gap: 10,
        threshold: 7,
      },
    });
  });

  it('compares scores at most 14 days apart, in either order', () => {
    expect(said(partner(1, [0, 50]), partner(2, [14, 40]))).toBe('fires');
    expect(said(partner(1, [0, 50]), partner(2, [15, 40]))).toBe('-');
    expect(said(partner(1, [15, 50]), partner(2, [0, 40]))).toBe('-');
  });

  it('compares the newest by the day that they are about', () => {
    const one = partner(1, [0, 50], [28, 40]);
    expect(said(one.toReversed(), partner(2, [28, 41]))).toBe('clears');
    const sameDay = partner(1, [0, 41], [0, 60]);
    const [first, second] = sameDay;
    if (first === undefined || second === undefined) throw new Error('two readings expected');
    const later = { ...second, submittedAt: first.submittedAt.replace('20:', '21:') as never };
    expect(said([later, first], partner(2, [0, 41]))).toBe('fires');
  });

  it('says nothing without two scores on the measure in one version', () => {
    expect(said(partner(1, [0, 50]), [])).toBe('-');
    expect(said([], partner(2, [0, 50]))).toBe('-');
    const other = partner(2, [0, 30]);
    expect(
      said(
        partner(1, [0, 50]),
        other.map((one) => ({ ...one, version: 99 })),
      ),
    ).toBe('-');
    expect(
      said(
        partner(1, [0, 50]),
        other.map((one) => ({ ...one, measureId: 'csi4' })),
      ),
    ).toBe('-');
  });

  it('says nothing of a measure without a recommended value, or one that is no line', () => {
    const pair = [partner(1, [0, 50]), partner(2, [0, 30])] as const;
    expect(said(...pair, undefined, { ...csi, reliableChange: null })).toBe('-');
    expect(said(...pair, undefined, { ...csi, trend: false })).toBe('-');
  });

  it('is judged as a practice has set it', () => {
    const pair = [partner(1, [0, 50]), partner(2, [10, 40])] as const;
    expect(said(...pair, setting('P1', { share: 1.5 }))).toBe('clears');
    expect(said(...pair, setting('P1', { days: 9 }))).toBe('-');
    expect(said(...pair, setting('P1', {}, false))).toBe('-');
    expect(said(partner(1, [0, 50]), partner(2, [0, 49]), setting('P1', {}, false))).toBe('clears');
  });
});
