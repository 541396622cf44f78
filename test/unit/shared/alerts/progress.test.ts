import { describe, expect, it } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { courseOf, dated, every, firing, judged, setting } from './outcomes.ts';

describe('N1, not on track', () => {
  const gad = judged('N1', gad7);

  it('is said at measurements 4 to 6, and no more while it goes on', () => {
    expect(gad(every(7, 12, 12, 11, 11, 12, 12, 12, 12))).toBe('- - - review review review - -');
  });

  it('is too early to say with fewer than 4 measurements or 21 days', () => {
    expect(gad(every(14, 12, 12, 12))).toBe('- - -');
    expect(gad(every(5, 12, 12, 12, 12))).toBe('- - - -');
    expect(gad(every(7, 12, 12, 12, 12))).toBe('- - - review');
  });

  it('is not said of a client whose baseline was not clinical', () => {
    expect(gad(every(7, 9, 9, 9, 9))).toBe('- - - -');
  });

  it('clears with a reliable improvement, and begins again when that is lost', () => {
    expect(gad(every(7, 12, 12, 12, 12, 8, 12))).toBe('- - - review clears review');
    expect(gad(every(7, 12, 12, 12, 12, 12, 12, 8, 12, 12))).toBe(
      '- - - review review review clears review -',
    );
  });

  it('is not said from 20 % better on, which is no reliable change yet', () => {
    expect(gad(every(7, 15, 15, 15, 12))).toBe('- - - -');
    expect(gad(every(7, 15, 15, 15, 13))).toBe('- - - review');
  });

  it('carries the change since baseline, its threshold and the percentage', () => {
    const fired = firing('N1', dated(gad7, every(7, 15, 15, 15, 13)), gad7);
    expect(fired.parameters).toEqual({
      measurements: 4,
      days: 21,
      percentBetter: 20,
      lastReminder: 6,
      weekWindow: 7,
    });
    expect(fired.evidence).toMatchObject({
      kind: 'notOnTrack',
      from: { total: 15 },
      to: { total: 13 },
      points: -2,
      count: 4,
      threshold: 4,
      published: null,
    });
  });

  it('is judged as a practice has set it', () => {
    const scores = every(14, 15, 15, 12, 13);
    expect(gad(scores, setting('N1', { measurements: 3 }))).toBe('- - - review');
    expect(gad(scores, setting('N1', { measurements: 3, percentBetter: 25 }))).toBe(
      '- - review review',
    );
    expect(gad(scores, setting('N1', { days: 60 }))).toBe('- - - -');
    expect(gad(every(7, 12, 12, 12, 12, 12), setting('N1', { lastReminder: 4 }))).toBe(
      '- - - review -',
    );
  });

  it('clears with a remission, though the way to it was no reliable improvement', () => {
    const wide: Instrument = { ...phq9, reliableChange: { ...phq9.reliableChange, value: 8 } };
    const history = dated(wide, every(7, 10, 10, 10, 10, 4));
    expect(courseOf('N1', history, wide)).toBe('- - - review clears');
  });

  it('is never judged without a reliable-change value', () => {
    const without: Instrument = { ...gad7, reliableChange: null };
    expect(courseOf('N1', dated(without, every(7, 12, 12, 12, 12)), without)).toBe('- - - -');
  });
});

describe('N1, the published points of the PHQ-9', () => {
  const phq = judged('N1', phq9);

  it.each([
    ['17 at week 4', 28, 17, 'review'],
    ['16 at week 4', 28, 16, '-'],
    ['13 at week 9', 63, 13, 'review'],
    ['12 at week 9', 63, 12, 'clears'],
    ['9 at week 14', 98, 9, 'clears'],
  ])('%s, from 18', (_, days, total, expected) => {
    expect(
      phq([
        [0, 18],
        [days, total],
      ]),
    ).toBe(`- ${expected}`);
  });

  it('13 at week 9, from 18, is told by its week', () => {
    const evidence = firing(
      'N1',
      dated(phq9, [
        [0, 18],
        [63, 14],
      ]),
      phq9,
    ).evidence;
    expect(evidence).toMatchObject({ count: 2, published: { week: 9, score: 13 } });
  });

  it('take the score nearest to the week, at most 7 days from it', () => {
    expect(
      phq([
        [0, 18],
        [35, 17],
      ]),
    ).toBe('- review');
    expect(
      phq([
        [0, 18],
        [36, 17],
      ]),
    ).toBe('- -');
    expect(
      phq(
        [
          [0, 18],
          [30, 17],
        ],
        setting('N1', { weekWindow: 1 }),
      ),
    ).toBe('- -');
  });

  it('are said once for each week, of the score of that week', () => {
    expect(
      phq([
        [0, 20],
        [28, 18],
        [45, 17],
        [63, 16],
      ]),
    ).toBe('- review - review');
  });
});

describe('N2, no reliable improvement', () => {
  const gad = judged('N2', gad7);

  it('is said once, at the 6th measurement', () => {
    expect(gad(every(7, 12, 12, 12, 12, 12, 12, 12))).toBe('- - - - - review -');
  });

  it('or after 8 weeks, whichever comes first', () => {
    expect(
      gad([
        [0, 12],
        [55, 12],
        [56, 12],
      ]),
    ).toBe('- - review');
  });

  it('clears with a reliable improvement, and is said again when that is lost', () => {
    expect(
      gad([
        [0, 12],
        [56, 12],
        [63, 8],
        [70, 9],
        [77, 9],
      ]),
    ).toBe('- review clears review -');
  });

  it('is not said before that of an improvement that was lost', () => {
    expect(gad(every(7, 12, 8, 12))).toBe('- clears -');
  });

  it('says how many measurements and weeks', () => {
    expect(
      firing(
        'N2',
        dated(gad7, [
          [0, 12],
          [63, 11],
        ]),
        gad7,
      ).evidence,
    ).toMatchObject({
      kind: 'nonResponse',
      points: -1,
      count: 2,
      weeks: 9,
      threshold: 4,
    });
  });

  it('is judged as a practice has set it', () => {
    expect(gad(every(7, 12, 12, 12, 12), setting('N2', { measurements: 4 }))).toBe('- - - review');
    expect(
      gad(
        [
          [0, 12],
          [28, 12],
        ],
        setting('N2', { days: 28 }),
      ),
    ).toBe('- review');
  });

  it('is not said of a client whose baseline was not clinical', () => {
    expect(
      gad([
        [0, 9],
        [70, 9],
      ]),
    ).toBe('- -');
  });
});
