import { evaluate } from '#shared/alerts/evaluate.ts';
import type { RuleCode, RuleOutcome } from '#shared/contracts/alert.ts';
import { addDays } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import type { RuleSettings } from '#shared/contracts/rule-settings.ts';
import { answersSumming, aResponse, FIRST_DAY } from '../a-history.ts';

/** What one rule says at each measurement: a tier, `clears`, or `-` for no news. */
export function courseOf(
  rule: RuleCode,
  history: readonly ScoredResponse[],
  instrument: Instrument,
  settings?: RuleSettings,
): string {
  return history
    .map((_, index) => {
      const circumstances = settings === undefined ? {} : { settings };
      const seen = history.slice(0, index + 1);
      const outcomes = evaluate(seen, instrument, FIRST_DAY, circumstances);
      const outcome = outcomes.find((candidate) => candidate.rule === rule);
      if (outcome === undefined) return '-';
      return outcome.outcome === 'fires' ? outcome.tier : 'clears';
    })
    .join(' ');
}

/** `[days since the first, total]` as a history of a measure without reverse items. */
export function dated(
  instrument: Instrument,
  scores: readonly (readonly [days: number, total: number])[],
): ScoredResponse[] {
  return scores.map(([days, total], index) =>
    aResponse(instrument, answersSumming(instrument, total), {
      number: index + 1,
      on: addDays(FIRST_DAY, days),
    }),
  );
}

/** What fires for the newest response: `C2 urgent phq9`. */
export function firedFor(
  history: readonly ScoredResponse[],
  instrument: Instrument,
  circumstances: Parameters<typeof evaluate>[3] = {},
): string[] {
  return evaluate(history, instrument, FIRST_DAY, circumstances).flatMap((outcome) =>
    outcome.outcome === 'fires' ? [`${outcome.rule} ${outcome.tier} ${outcome.instrumentId}`] : [],
  );
}

/** The outcome of a rule that fires for the newest response. */
export function firing(
  rule: RuleCode,
  history: readonly ScoredResponse[],
  instrument: Instrument,
  circumstances: Parameters<typeof evaluate>[3] = {},
): Extract<RuleOutcome, { outcome: 'fires' }> {
  const found = evaluate(history, instrument, FIRST_DAY, circumstances).find(
    (outcome) => outcome.rule === rule,
  );
  if (found?.outcome !== 'fires') throw new Error(`${rule} does not fire`);
  return found;
}

/** Settings that change one rule. */
export function setting(
  rule: RuleCode,
  parameters: Readonly<Record<string, number>>,
  enabled = true,
): RuleSettings {
  return { version: 1, rules: [{ rule, enabled, parameters }] };
}

/** Totals so many days apart, as {@link dated} takes them. */
export function every(days: number, ...totals: readonly number[]) {
  return totals.map((total, index) => [days * index, total] as const);
}

/** {@link courseOf} for one rule and measure. */
export function judged(rule: RuleCode, instrument: Instrument) {
  return (scores: readonly (readonly [days: number, total: number])[], settings?: RuleSettings) =>
    courseOf(rule, dated(instrument, scores), instrument, settings);
}
