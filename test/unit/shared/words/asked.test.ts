import { describe, expect, it } from 'vitest';
import type { RuleCode } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { core10 } from '#shared/instruments/data/core10.ts';
import { csi16 } from '#shared/instruments/data/csi16.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { askedInWords } from '#shared/words/asked.ts';
import { aResponse, FIRST_DAY, historyOf, phq9History } from '../a-history.ts';
import { changed, scorePoint } from '../alerts/an-alert.ts';
import { dated, firing, setting } from '../alerts/outcomes.ts';

/** What a rule that fires for the newest response asked for. */
function asked(
  rule: RuleCode,
  history: Parameters<typeof firing>[1],
  instrument: Instrument,
  circumstances: Parameters<typeof firing>[3] = {},
) {
  const { evidence, parameters } = firing(rule, history, instrument, circumstances);
  return askedInWords(evidence, instrument, parameters);
}

const all = (instrument: Instrument, value: number) =>
  aResponse(
    instrument,
    instrument.items.map(() => value),
    { number: 1, on: FIRST_DAY },
  );

describe('what a rule about a change asked for', () => {
  it('is the reliable-change value', () => {
    const whole = '4 points, the reliable-change value (published)';
    expect(asked('C2', historyOf(gad7, [4, 12]), gad7)).toBe(whole);
    expect(asked('C4', historyOf(gad7, [4, 12]), gad7)).toBe(whole);
    expect(asked('R1', historyOf(gad7, [15, 7, 14]), gad7)).toBe(whole);
    expect(asked('G1', historyOf(gad7, [15, 7]), gad7)).toBe(whole);
  });

  it('is half of it, by our own proposal, for a band, three rises and a slope', () => {
    const half =
      '2 points, half the reliable-change value of 4 (halving it is Throughline’s own proposal)';
    expect(asked('C3', historyOf(gad7, [4, 12]), gad7)).toBe(half);
    expect(asked('T1', historyOf(gad7, [1, 2, 3, 4]), gad7)).toBe(half);
    expect(asked('T2', historyOf(gad7, [1, 2, 3, 4]), gad7)).toBe(half);
  });

  it('is as many times it as the practice has set', () => {
    const settings = setting('C2', { share: 1.25 });
    expect(asked('C2', historyOf(gad7, [4, 12]), gad7, { settings })).toBe(
      '5 points, 1.25 times the reliable-change value of 4 (as the practice has set it)',
    );
  });

  it('says one point as one', () => {
    const evidence = { ...changed(1, 2), threshold: 1 } as AlertEvidence;
    const one = { ...gad7, reliableChange: { ...gad7.reliableChange, value: 1 } };
    expect(askedInWords(evidence, one, {})).toBe('1 point, the reliable-change value (published)');
  });

  it('is not there without such a value', () => {
    const without = { ...gad7, reliableChange: null };
    expect(asked('C3', historyOf(without, [4, 12]), without)).toBeNull();
    expect(askedInWords(changed(1, 2), without, {})).toBeNull();
  });
});

describe('what a rule about progress asked for', () => {
  const remitted = dated(phq9, [
    [0, 16],
    [14, 8],
    [28, 4],
  ]);

  it('is a change or a percentage, or the published score of a week', () => {
    const slow = historyOf(gad7, [12, 12, 12, 12]);
    expect(asked('N1', slow, gad7)).toBe('neither 4 points nor 20 % better');
    const published = dated(phq9, [
      [0, 18],
      [28, 17],
    ]);
    expect(asked('N1', published, phq9)).toBe('a score of at least 17 in week 4, as published');
  });

  it('is an improvement by a number of measurements or days', () => {
    const long = historyOf(gad7, [12, 12, 12, 12, 12]);
    expect(asked('N2', long, gad7)).toBe('4 points better after 6 measurements or 56 days');
  });

  it('is the score of a remission', () => {
    expect(asked('G1', remitted, phq9)).toBe('a score below 5, remission');
  });
});

describe('what a rule about filling in asked for', () => {
  it('is one answer to all, or to many in a row', () => {
    expect(asked('V1', [all(core10, 1)], core10)).toBe('one answer to all 10 questions');
    expect(asked('V3', [all(pcl5, 2)], pcl5)).toBe('one answer to at least 16 questions in a row');
  });

  it('is a time an answer', () => {
    const form = all(phq9, 1);
    const seconds = new Map([[form.responseId, 3]]);
    expect(asked('V2', [form], phq9, { seconds })).toBe('less than 2 seconds an answer');
  });

  it('is a number of missed check-ins', () => {
    const missed = { kind: 'missed', missed: [], completed: 0, due: 2 } as never;
    expect(askedInWords(missed, phq9, { inARow: 2, window: 28, completed: 0.5 })).toBe(
      '2 missed in a row, or fewer than 50 % completed within 28 days',
    );
  });
});

it('a gap between partners asks for the reliable-change value', () => {
  const evidence: AlertEvidence = {
    kind: 'coupleGap',
    one: scorePoint(1, 50),
    other: scorePoint(2, 40),
    gap: 10,
    threshold: 7,
  };
  expect(askedInWords(evidence, csi16, { share: 1, days: 14 })).toBe(
    '7 points, the reliable-change value (computed)',
  );
});

it('a risk answer asks for nothing more', () => {
  expect(asked('S1', phq9History([[9, 1]]), phq9)).toBeNull();
});
