import { describe, expect, it } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { score } from '#shared/scoring/score.ts';

const all = (instrument: Instrument, value: number | null): Answers =>
  instrument.items.map(() => value);

describe('a complete form', () => {
  it('adds up and is read against its band', () => {
    expect(score(phq9, [2, 2, 1, 2, 1, 1, 1, 0, 1])).toMatchObject({
      status: 'scored',
      total: 11,
      displayed: 11,
      band: 'moderate',
      prorated: false,
      missingItems: [],
    });
  });

  it.each([
    [4, 'none-minimal'],
    [5, 'mild'],
    [9, 'mild'],
    [10, 'moderate'],
    [14, 'moderate'],
    [15, 'moderately severe'],
    [19, 'moderately severe'],
    [20, 'severe'],
    [27, 'severe'],
  ])('of PHQ-9 total %i lies in the %s band', (total, band) => {
    const answers = phq9.items.map((_, index) => Math.min(3, Math.max(0, total - 3 * index)));
    expect(score(phq9, answers)).toMatchObject({ displayed: total, band });
  });

  it('gives the maximum of each measure without reverse items', () => {
    expect(score(gad7, all(gad7, 3))).toMatchObject({ displayed: 21 });
    expect(score(pcl5, all(pcl5, 4))).toMatchObject({ displayed: 80 });
  });
});

describe('reverse-scored items of the CES-D (4, 8, 12, 16)', () => {
  it('turn "rarely" to every item into 12 points', () => {
    expect(score(cesd, all(cesd, 0))).toMatchObject({ total: 12 });
  });

  it('turn "most of the time" to every item into 48 points', () => {
    expect(score(cesd, all(cesd, 3))).toMatchObject({ total: 48 });
  });

  it('reach both ends of the scale', () => {
    const reversed = new Set([4, 8, 12, 16]);
    const worst = cesd.items.map(({ number }) => (reversed.has(number) ? 0 : 3));
    const best = cesd.items.map(({ number }) => (reversed.has(number) ? 3 : 0));
    expect(score(cesd, worst)).toMatchObject({ total: 60, band: 'at or above the cut-off' });
    expect(score(cesd, best)).toMatchObject({ total: 0, band: 'below the cut-off' });
  });

  it('are reversed before a blank is filled', () => {
    // 16 answered items: 12 plain at 0 and the four reversed at 3 each, 12 x 20 / 16.
    const answers = all(cesd, 0).fill(null, 16);
    expect(score(cesd, answers)).toMatchObject({ total: 15, prorated: true });
  });
});

describe('missing items', () => {
  it('are filled with the mean of the answered ones, unrounded for change', () => {
    const eightItems14 = [3, 3, 3, 3, 2, 0, 0, 0, null];
    expect(score(phq9, eightItems14)).toMatchObject({
      total: 15.75,
      displayed: 16,
      band: 'moderately severe',
      prorated: true,
      missingItems: [9],
    });
  });

  it('round half up for display', () => {
    // 7 of 9 answered with 7 points: 9. 8 of 9 with 4 points: 4.5, shown as 5 and read as mild.
    expect(score(phq9, [1, 1, 1, 1, 0, 0, 0, 0, null])).toMatchObject({
      total: 4.5,
      displayed: 5,
      band: 'mild',
    });
  });

  it.each([
    ['PHQ-9', 2, phq9],
    ['GAD-7', 2, gad7],
    ['CES-D', 4, cesd],
  ])('%s: at most %i', (_, most, instrument) => {
    const answers = all(instrument, 1);
    expect(score(instrument, answers.fill(null, 0, most)).status).toBe('scored');
    expect(score(instrument, answers.fill(null, 0, most + 1))).toMatchObject({
      status: 'unscorable',
      reason: 'tooManyMissing',
    });
  });

  it('make no number out of an empty form', () => {
    expect(score(phq9, all(phq9, null))).toMatchObject({
      status: 'unscorable',
      reason: 'nothingAnswered',
      missingItems: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    });
  });
});

describe('missing items of the PCL-5', () => {
  const ones = all(pcl5, 1);

  it('are filled within their cluster', () => {
    // B: items 1 to 4 at 4 points, item 5 blank, so 16 x 5 / 4 = 20; the rest 15 items at 1.
    const answers = [4, 4, 4, 4, null, ...ones.slice(5)];
    expect(score(pcl5, answers)).toMatchObject({
      total: 35,
      subscales: [
        { id: 'intrusion', total: 20 },
        { id: 'avoidance', total: 2 },
        { id: 'cognition_mood', total: 7 },
        { id: 'arousal', total: 6 },
      ],
    });
  });

  it('mark the score as filled, and none of them does not', () => {
    expect(score(pcl5, ones)).toMatchObject({ total: 20, prorated: false });
    expect(score(pcl5, ones.with(14, null))).toMatchObject({ total: 20, prorated: true });
  });

  it('leave no score when less than 75 % of a cluster is answered', () => {
    expect(score(pcl5, ones.with(5, null))).toMatchObject({ reason: 'tooManyMissing' });
    expect(score(pcl5, ones.with(7, null).with(8, null))).toMatchObject({ status: 'unscorable' });
    expect(score(pcl5, ones.with(14, null))).toMatchObject({ status: 'scored', total: 20 });
  });

  it('may be one in each of the three longer clusters, and none in the avoidance pair', () => {
    const three = ones.with(0, null).with(7, null).with(14, null);
    expect(score(pcl5, three).status).toBe('scored');
    expect(score(pcl5, three.with(5, null)).status).toBe('unscorable');
    expect(score(pcl5, three.with(1, null)).status).toBe('unscorable');
  });
});

describe('safety answers', () => {
  it('stand apart from the total, with the words of the answer', () => {
    expect(score(phq9, all(phq9, 0).with(8, 1)).safety).toEqual([
      { item: 9, value: 1, label: 'Several days', positive: true, kind: 'suicidality' },
    ]);
  });

  it('are neither 0 nor positive when left blank, scored or not', () => {
    const blank = { item: 9, value: null, label: null, positive: false, kind: 'suicidality' };
    expect(score(phq9, all(phq9, 3).with(8, null)).safety).toEqual([blank]);
    expect(score(phq9, all(phq9, null)).safety).toEqual([blank]);
  });

  it('are reported although the measure cannot be scored', () => {
    expect(score(phq9, all(phq9, null).with(8, 3))).toMatchObject({
      status: 'unscorable',
      safety: [{ value: 3, positive: true }],
    });
  });

  it('are positive from 2 on for item 16 of the PCL-5', () => {
    const positives = [1, 2].map((value) => score(pcl5, all(pcl5, 0).with(15, value)).safety);
    expect(positives).toMatchObject([[{ positive: false }], [{ positive: true }]]);
  });
});

it('scoring answers that were never checked is a bug, and the message holds no answer', () => {
  expect(() => score(phq9, [9])).toThrow('answers do not fit phq9: notAnOption at item 1');
});
