import { expect, it } from 'vitest';
import { evaluate } from '#shared/alerts/evaluate.ts';
import type { RuleCode } from '#shared/contracts/alert.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { changeAskedInWords } from '#shared/words/alerts.ts';
import { FIRST_DAY, historyOf, phq9History } from '../a-history.ts';

/** What a rule that fires for the newest of these totals asked for. */
function asked(instrument: Instrument, totals: readonly number[], rule: RuleCode) {
  const outcome = evaluate(historyOf(instrument, totals), instrument, FIRST_DAY).find(
    (candidate) => candidate.rule === rule,
  );
  if (outcome?.outcome !== 'fires') throw new Error(`${rule} does not fire`);
  return changeAskedInWords(outcome.evidence, instrument);
}

it('is the reliable-change value for a reliable worsening', () => {
  expect(asked(gad7, [4, 12], 'C2')).toBe('4 points, the reliable-change value (published)');
});

it('is half of it, by our own proposal, for a worse band and for three rises', () => {
  const half =
    '2 points, half the reliable-change value of 4 (halving it is Throughline’s own proposal)';
  expect(asked(gad7, [4, 12], 'C3')).toBe(half);
  expect(asked(gad7, [1, 2, 3, 4], 'T1')).toBe(half);
});

it('is not there without such a value, nor for a risk answer', () => {
  expect(asked({ ...gad7, reliableChange: null }, [4, 12], 'C3')).toBeNull();
  const [risk] = evaluate(phq9History([[9, 1]]), phq9, FIRST_DAY);
  if (risk?.outcome !== 'fires') throw new Error('a positive answer fires');
  expect(changeAskedInWords(risk.evidence, phq9)).toBeNull();
});
