import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/alerts/evaluate.ts';
import { applyOutcomes } from '#shared/alerts/merge.ts';
import { tierRank } from '#shared/alerts/tiers.ts';
import type { RuleCode } from '#shared/contracts/alert.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { score } from '#shared/scoring/score.ts';
import { alertsOf } from '#test/support/brief-facts.ts';
import { FIRST_DAY } from '#test/unit/shared/a-history.ts';
import { anyHistory, historyOfAnswers } from './answers.ts';

/** Codes of the rules that fire for the newest response. */
function fired(history: readonly ScoredResponse[], instrument: Instrument): Set<RuleCode> {
  return new Set(
    evaluate(history, instrument, FIRST_DAY).flatMap(({ outcome, rule }) =>
      outcome === 'fires' ? [rule] : [],
    ),
  );
}

/** The newest response with one answer exchanged. */
function withAnswer(
  response: ScoredResponse,
  instrument: Instrument,
  item: number,
  value: number | null,
) {
  const answers = response.answers.with(item - 1, value);
  return { ...response, answers, score: score(instrument, answers) };
}

describe('risk rules on any PHQ-9 history', () => {
  const history = historyOfAnswers(phq9);

  it('never call one answer both new and ongoing', () => {
    fc.assert(
      fc.property(history, (responses) => {
        const rules = fired(responses, phq9);
        expect(rules.has('S1') && rules.has('S2')).toBe(false);
      }),
    );
  });

  it('fire for every positive answer, and never for a blank, which S3 reports', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(null, 0, 1, 2, 3), (responses, answer) => {
        const newest = responses.at(-1);
        if (newest === undefined) throw new Error('a history has a newest response');
        const told = [...responses.slice(0, -1), withAnswer(newest, phq9, 9, answer)];
        const rules = fired(told, phq9);
        expect(rules.has('S1') || rules.has('S2')).toBe(answer !== null && answer > 0);
        expect(rules.has('S3')).toBe(answer === null);
      }),
    );
  });

  it('do not change with the order in which responses are given', () => {
    fc.assert(
      fc.property(history, (responses) => {
        expect(evaluate(responses.toReversed(), phq9, FIRST_DAY)).toEqual(
          evaluate(responses, phq9, FIRST_DAY),
        );
      }),
    );
  });
});

describe('score rules on any history', () => {
  it('do not fall silent when the newest score is worse', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 19 }), ({ instrument, history }, seed) => {
        const newest = history.at(-1);
        const item = (seed % instrument.items.length) + 1;
        const answer = newest?.answers[item - 1];
        fc.pre(newest !== undefined && newest.score.status === 'scored');
        const plain = { ...instrument, reverseItems: [] };
        const highest = Math.max(...instrument.options.map(({ value }) => value));
        fc.pre(typeof answer === 'number' && answer < highest);
        if (newest === undefined || typeof answer !== 'number') return;
        const rescored = history.map((response) => ({
          ...response,
          score: score(plain, response.answers),
        }));
        const worse = withAnswer(newest, plain, item, answer + 1);
        const before = fired(rescored, plain);
        const after = fired([...rescored.slice(0, -1), worse], plain);
        for (const rule of before) {
          if (!rule.startsWith('S')) expect(after).toContain(rule);
        }
      }),
    );
  });

  it('say nothing about a response that has no score', () => {
    fc.assert(
      fc.property(anyHistory, ({ instrument, history }) => {
        const blank = instrument.items.map(() => null);
        const unscored = history.map((response, index) =>
          index === history.length - 1
            ? { ...response, answers: blank, score: score(instrument, blank) }
            : response,
        );
        const rules = evaluate(unscored, instrument, FIRST_DAY).map(({ rule }) => rule);
        expect(rules.filter((rule) => !rule.startsWith('S'))).toEqual([]);
      }),
    );
  });

  it('carry evidence that adds up', () => {
    fc.assert(
      fc.property(anyHistory, ({ instrument, history }) => {
        for (const outcome of evaluate(history, instrument, FIRST_DAY)) {
          if (outcome.outcome === 'clears') continue;
          const { evidence } = outcome;
          if (evidence.kind === 'safetyAnswer') continue;
          const [from, to] =
            evidence.kind === 'rises'
              ? [evidence.run[0], evidence.run[3]]
              : [evidence.from, evidence.to];
          expect(evidence.points).toBeCloseTo((to?.total ?? 0) - (from?.total ?? 0), 9);
          expect(to?.responseId).toBe(history.at(-1)?.responseId);
          if (evidence.kind === 'change') {
            expect(evidence.points).toBeGreaterThanOrEqual(evidence.threshold - 1e-6);
          }
        }
      }),
    );
  });

  it('cannot fire without a reliable-change value, but for a band as information', () => {
    fc.assert(
      fc.property(anyHistory, ({ instrument, history }) => {
        const without = { ...instrument, reliableChange: null };
        for (const outcome of evaluate(history, without, FIRST_DAY)) {
          if (outcome.outcome !== 'fires' || outcome.rule.startsWith('S')) continue;
          expect([outcome.rule, outcome.tier]).toEqual(['C3', 'info']);
        }
      }),
    );
  });
});

describe('alerts over the whole course', () => {
  it('are at most one open per rule, and risk alerts never resolve by themselves', () => {
    fc.assert(
      fc.property(anyHistory, ({ history }) => {
        const alerts = alertsOf(history);
        const open = alerts.filter(({ status }) => status === 'open').map(({ rule }) => rule);
        expect(new Set(open).size).toBe(open.length);
        for (const { rule, status } of alerts) {
          if (rule === 'S1' || rule === 'S2') expect(status).toBe('open');
        }
      }),
    );
  });

  it('change nothing when the same response is judged twice, and never lose urgency', () => {
    fc.assert(
      fc.property(anyHistory, ({ instrument, history }) => {
        const newest = history.at(-1);
        if (newest === undefined) throw new Error('a history has a newest response');
        const before = alertsOf(history.slice(0, -1));
        const outcomes = evaluate(history, instrument, FIRST_DAY);
        const changes = applyOutcomes(before, outcomes, newest.submittedAt);
        for (const change of changes) {
          const known = before.find(
            ({ alertId }) => change.change === 'gather' && alertId === change.alertId,
          );
          if (change.change !== 'gather' || known === undefined) continue;
          expect(tierRank(change.tier)).toBeLessThanOrEqual(tierRank(known.tier));
          expect(change.evidence.slice(0, known.evidence.length)).toEqual(known.evidence);
        }
        const after = alertsOf(history);
        expect(applyOutcomes(after, outcomes, newest.submittedAt)).toEqual([]);
      }),
    );
  });
});
