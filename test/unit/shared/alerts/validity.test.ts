import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/alerts/evaluate.ts';
import type { RuleCode } from '#shared/contracts/alert.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { core10 } from '#shared/instruments/data/core10.ts';
import { csi16 } from '#shared/instruments/data/csi16.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { rses } from '#shared/instruments/data/rses.ts';
import { aResponse, FIRST_DAY } from '../a-history.ts';
import { setting } from './outcomes.ts';

/** What a validity rule says of one form: `info`, `clears`, or `-` for no news. */
function said(
  rule: RuleCode,
  instrument: Instrument,
  answers: Answers,
  other: { seconds?: number; parameters?: Record<string, number> } = {},
): string {
  const outcome = found(rule, instrument, answers, other);
  if (outcome === undefined) return '-';
  return outcome.outcome === 'fires' ? outcome.tier : 'clears';
}

function found(
  rule: RuleCode,
  instrument: Instrument,
  answers: Answers,
  { seconds, parameters = {} }: { seconds?: number; parameters?: Record<string, number> } = {},
) {
  const response = aResponse(instrument, answers, { number: 1, on: FIRST_DAY });
  return evaluate([response], instrument, FIRST_DAY, {
    settings: setting(rule, parameters),
    ...(seconds === undefined ? {} : { seconds: new Map([[response.responseId, seconds]]) }),
  }).find((outcome) => outcome.rule === rule);
}

const all = (instrument: Instrument, value: number): Answers => instrument.items.map(() => value);

/** So many answers of the second value after the others. */
const mixed = (instrument: Instrument, value: number, last: number, count: number): Answers =>
  instrument.items.map((_, index) => (index < instrument.items.length - count ? value : last));

describe('V1, straight-lining', () => {
  it('flags one answer to questions in both directions', () => {
    for (const instrument of [cesd, core10, rses]) {
      expect(said('V1', instrument, all(instrument, 1))).toBe('info');
    }
    expect(said('V1', cesd, mixed(cesd, 1, 2, 1))).toBe('clears');
  });

  it('counts the run and the answers', () => {
    expect(found('V1', core10, all(core10, 2))).toMatchObject({
      tier: 'info',
      evidence: { kind: 'validity', answered: 10, longestRun: 10, threshold: 10, seconds: null },
    });
  });

  it('is judged on scales with reverse items alone', () => {
    expect(said('V1', phq9, all(phq9, 2))).toBe('-');
    expect(said('V1', pcl5, all(pcl5, 2))).toBe('-');
  });

  it('passes over a form without a score', () => {
    expect(said('V1', core10, all(core10, 2).with(0, null).with(1, null))).toBe('-');
  });

  it('passes over the lowest and the highest total', () => {
    const turned: Instrument = { ...rses, reverseItems: rses.items.map(({ number }) => number) };
    expect(said('V1', turned, all(rses, 0))).toBe('clears');
    expect(said('V1', turned, all(rses, 3))).toBe('clears');
    expect(said('V1', turned, all(rses, 1))).toBe('info');
  });

  it('does not flag an all-zero PHQ-9, by this rule or any other', () => {
    const outcomes = evaluate(
      [aResponse(phq9, all(phq9, 0), { number: 1, on: FIRST_DAY })],
      phq9,
      FIRST_DAY,
    );
    expect(outcomes.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual(['S3 clears']);
  });
});

describe('V2, answered too fast', () => {
  it('flags less than two seconds from answer to answer', () => {
    expect(said('V2', phq9, all(phq9, 1), { seconds: 15.9 })).toBe('info');
    expect(said('V2', phq9, all(phq9, 1), { seconds: 16 })).toBe('clears');
  });

  it('counts answers, not questions', () => {
    const three = [1, 1, 1, null, null, null, null, null, null];
    expect(said('V2', phq9, three, { seconds: 5 })).toBe('clears');
    expect(found('V2', phq9, three, { seconds: 3 })).toMatchObject({
      evidence: { answered: 3, seconds: 3, threshold: 2, longestRun: null, spread: null },
    });
  });

  it('is not judged where the time is not known, or between less than two answers', () => {
    expect(said('V2', phq9, all(phq9, 1))).toBe('-');
    const two = [1, 1, null, null, null, null, null, null, null];
    expect(said('V2', phq9, two, { seconds: 1 })).toBe('info');
    const one = [1, null, null, null, null, null, null, null, null];
    expect(said('V2', phq9, one, { seconds: 0 })).toBe('-');
  });

  it('asks for the seconds that a practice has set', () => {
    const slower = { seconds: 20, parameters: { perItem: 3 } };
    expect(said('V2', phq9, all(phq9, 1), slower)).toBe('info');
  });
});

describe('V3, long run of one answer', () => {
  it('flags one answer to 80 % of the items in a row', () => {
    expect(said('V3', pcl5, mixed(pcl5, 2, 3, 4))).toBe('info');
    expect(said('V3', pcl5, mixed(pcl5, 2, 3, 5))).toBe('clears');
    expect(found('V3', pcl5, mixed(pcl5, 2, 3, 4))).toMatchObject({
      evidence: {
        answered: 20,
        longestRun: 16,
        threshold: 16,
        spread: expect.closeTo(0.1),
        seconds: null,
      },
    });
  });

  it('finds the run wherever it lies', () => {
    expect(said('V3', pcl5, mixed(pcl5, 3, 2, 16))).toBe('info');
    const inside = [3, 3, ...Array.from({ length: 16 }, () => 2), 3, 3];
    expect(said('V3', pcl5, inside)).toBe('info');
    expect(said('V3', pcl5, inside.with(10, 3))).toBe('clears');
  });

  it('passes over answers that spread far', () => {
    expect(said('V3', pcl5, mixed(pcl5, 2, 4, 4))).toBe('info');
    expect(said('V3', pcl5, mixed(pcl5, 1, 4, 4))).toBe('clears');
  });

  it('is judged on measures of ten items or more', () => {
    expect(said('V3', phq9, all(phq9, 2))).toBe('-');
    expect(said('V3', core10, all(core10, 2))).toBe('info');
    expect(said('V3', core10, all(core10, 2), { parameters: { items: 11 } })).toBe('-');
  });

  it('passes over "not at all" down the page, which a client who is well answers', () => {
    expect(said('V3', pcl5, all(pcl5, 0))).toBe('clears');
    expect(said('V3', pcl5, all(pcl5, 4))).toBe('info');
    expect(said('V3', pcl5, mixed(pcl5, 0, 1, 3))).toBe('clears');
    // On a reverse item "not at all" is the worst answer.
    expect(said('V3', core10, all(core10, 0))).toBe('info');
  });

  it('knows which end is the good one', () => {
    const best = csi16.items.map(({ options }) =>
      Math.max(...(options ?? csi16.options).map(({ value }) => value)),
    );
    expect(said('V3', csi16, best)).toBe('clears');
    expect(said('V3', csi16, all(csi16, 0))).toBe('info');
  });

  it('says nothing of a form that was left blank', () => {
    expect(
      said(
        'V3',
        pcl5,
        pcl5.items.map(() => null),
      ),
    ).toBe('-');
  });

  it('asks for the run and the spread that a practice has set', () => {
    const answers = mixed(pcl5, 2, 3, 4);
    expect(said('V3', pcl5, answers, { parameters: { run: 0.85 } })).toBe('clears');
    expect(said('V3', pcl5, answers, { parameters: { spread: 0.05 } })).toBe('clears');
  });
});

it('a flag changes no score and takes nothing from a risk alert', () => {
  const response = aResponse(core10, all(core10, 2), { number: 1, on: FIRST_DAY });
  const seconds = new Map([[response.responseId, 1]]);
  const flagged = evaluate([response], core10, FIRST_DAY, { seconds });
  const fired = flagged.flatMap(({ outcome, rule }) => (outcome === 'fires' ? [rule] : []));
  expect(fired).toEqual(['S1', 'V1', 'V2', 'V3']);
  expect(response.score).toMatchObject({ status: 'scored', total: 20 });
});
