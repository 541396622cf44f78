import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredWith } from '#shared/alerts/answered.ts';
import { isSafetyRule } from '#shared/alerts/catalogue/safety-rules.ts';
import { validateRuleSettings } from '#shared/alerts/catalogue/validate-settings.ts';
import type { Circumstances } from '#shared/alerts/circumstances.ts';
import { evaluate } from '#shared/alerts/evaluate.ts';
import { applyOutcomes } from '#shared/alerts/merge.ts';
import { replay } from '#shared/alerts/replay/replay.ts';
import { tierRank } from '#shared/alerts/tiers.ts';
import { pointsWorse } from '#shared/change/direction.ts';
import { type Alert, RuleCode } from '#shared/contracts/alert.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Item } from '#shared/contracts/items.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { choicesOf } from '#shared/instruments/choices.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { instrument as instrumentById } from '#shared/instruments/registry.ts';
import { pointsOf } from '#shared/scoring/points.ts';
import { score } from '#shared/scoring/score.ts';
import { anySettings, anyStory, IN_CARE_SINCE, tell } from './alert-story.ts';
import { anyHistory, historyOfAnswers } from './answers.ts';

/** Codes of the rules that fire for the newest response. */
function fired(history: readonly ScoredResponse[], instrument: Instrument): Set<RuleCode> {
  return new Set(
    evaluate(history, instrument, IN_CARE_SINCE).flatMap(({ outcome, rule }) =>
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

/** Another answer to an item that scores worse than the given one; null when there is none. */
function worseAnswer(instrument: Instrument, item: Item, given: number | null): number | null {
  const options = choicesOf(instrument, item);
  const isReversed = instrument.reverseItems.includes(item.number);
  if (given === null || item.scored === false) return null;
  const points = (value: number) => pointsOf(options, value, isReversed);
  const worse = options.find(
    ({ value }) => pointsWorse(points(given), points(value), instrument.direction) > 0,
  );
  return worse?.value ?? null;
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
        expect(evaluate(responses.toReversed(), phq9, IN_CARE_SINCE)).toEqual(
          evaluate(responses, phq9, IN_CARE_SINCE),
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
        const item = instrument.items[seed % instrument.items.length];
        fc.pre(newest !== undefined && newest.score.status === 'scored' && item !== undefined);
        if (newest === undefined || item === undefined) return;
        const answer = worseAnswer(instrument, item, newest.answers[item.number - 1] ?? null);
        fc.pre(answer !== null);
        const worse = withAnswer(newest, instrument, item.number, answer);
        const before = fired(history, instrument);
        const after = fired([...history.slice(0, -1), worse], instrument);
        for (const rule of before) {
          // A worse score may make the line less straight, and ends good news; the rest must stay.
          if (!/^[SV]|T2|G1/.test(rule)) expect(after).toContain(rule);
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
        const rules = evaluate(unscored, instrument, IN_CARE_SINCE).map(({ rule }) => rule);
        expect(rules.filter((rule) => !/^[SPV]/.test(rule))).toEqual([]);
      }),
    );
  });

  it('carry evidence that adds up', () => {
    fc.assert(
      fc.property(anyHistory, ({ instrument, history }) => {
        for (const outcome of evaluate(history, instrument, IN_CARE_SINCE)) {
          if (outcome.outcome === 'clears') continue;
          const { evidence } = outcome;
          if (!('points' in evidence)) continue;
          const [from, to] =
            evidence.kind === 'rises'
              ? [evidence.run[0], evidence.run[3]]
              : [evidence.from, evidence.to];
          expect(evidence.points).toBeCloseTo((to?.total ?? 0) - (from?.total ?? 0), 9);
          expect(to?.responseId).toBe(history.at(-1)?.responseId);
          if (evidence.kind === 'change') {
            expect(Math.abs(evidence.points)).toBeGreaterThanOrEqual(evidence.threshold - 1e-6);
          }
        }
      }),
    );
  });

  it('cannot fire without a reliable-change value, but for a band as information', () => {
    fc.assert(
      fc.property(anyHistory, ({ instrument, history }) => {
        const without = { ...instrument, reliableChange: null };
        for (const outcome of evaluate(history, without, IN_CARE_SINCE)) {
          if (outcome.outcome !== 'fires' || /^[SVP]/.test(outcome.rule)) continue;
          if (outcome.evidence.kind === 'milestone') {
            expect(outcome.evidence.which).toBe('remission');
          } else {
            expect([outcome.rule, outcome.tier]).toEqual(['C3', 'info']);
          }
        }
      }),
    );
  });
});

describe('alerts over a whole story, with corrections, settings and people', () => {
  it('are at most one open per rule and measure, and lose no evidence and no urgency', () => {
    fc.assert(
      fc.property(anyStory(), (story) => {
        tell(story, ({ before, after }) => {
          const open = after.filter(({ status }) => status === 'open');
          expect(new Set(open.map(keyOf)).size).toBe(open.length);
          for (const [place, was] of before.entries()) {
            const is = after[place];
            if (is === undefined) throw new Error('no alert disappears');
            expect(tierRank(is.tier)).toBeLessThanOrEqual(tierRank(was.tier));
            expect(is.evidence.slice(0, was.evidence.length)).toEqual(was.evidence);
          }
        });
      }),
    );
  });

  it('about danger are never closed by an answer', () => {
    fc.assert(
      fc.property(anyStory(), (story) => {
        tell(story, ({ before, after }) => {
          for (const [place, was] of before.entries()) {
            if (!/S1|S2|S4|P2/.test(was.rule)) continue;
            expect(after[place]?.status).toBe(was.status);
          }
        });
      }),
    );
  });

  it('are never put aside when they are about danger, and never longer than to the next answer', () => {
    fc.assert(
      fc.property(anyStory(), (story) => {
        tell(story, ({ after, response }) => {
          for (const { rule, status, instrumentId, snoozed } of after) {
            if (/S1|S2|S4|P2/.test(rule)) expect(snoozed).toBeNull();
            if (status !== 'open' || instrumentId !== response.instrumentId) continue;
            expect(snoozed).toBeNull();
          }
        });
      }),
    );
  });

  it('are the same whatever the order in which responses are given', () => {
    fc.assert(
      fc.property(anyStory(), fc.nat(), (story, seed) => {
        const { record } = tell(story);
        const { responses } = record;
        const [mixed = []] = fc.sample(
          fc.shuffledSubarray([...responses], { minLength: responses.length }),
          { numRuns: 1, seed },
        );
        const form = instrumentById(responses.at(-1)?.instrumentId ?? '');
        if (form === null) return;
        expect(evaluate(mixed, form, IN_CARE_SINCE)).toEqual(
          evaluate(responses, form, IN_CARE_SINCE),
        );
      }),
    );
  });

  it('change nothing when the same outcomes are applied again', () => {
    fc.assert(
      fc.property(anyStory(), (story) => {
        tell(story, ({ after, settings, response, responses }) => {
          const form = instrumentById(response.instrumentId);
          if (form === null) throw new Error('stories tell of known forms');
          const again = evaluate(responses, form, IN_CARE_SINCE, { settings });
          const { submittedAt } = response;
          expect(applyOutcomes(after, again, submittedAt, answeredWith(form))).toEqual([]);
        });
      }),
    );
  });

  it('are worked out again from what is stored, each of them', () => {
    fc.assert(
      fc.property(anyStory(), (story) => {
        const { alerts, record } = tell(story);
        for (const alert of alerts) {
          expect(replay(alert, record)).toMatchObject({
            ok: true,
            value: { status: 'reproduced' },
          });
        }
      }),
    );
  });
});

describe('settings within their limits', () => {
  it('are accepted, and silence no safety rule', () => {
    fc.assert(
      fc.property(anyHistory, anySettings, ({ instrument: form, history }, settings) => {
        const rules = [...new Map(settings.rules.map((own) => [own.rule, own])).values()];
        const checked = validateRuleSettings({ ...settings, rules });
        expect(checked).toMatchObject({ ok: true });
        const safety = (circumstances: Circumstances) =>
          evaluate(history, form, IN_CARE_SINCE, circumstances).filter(({ rule }) =>
            isSafetyRule(rule),
          );
        expect(safety({ settings })).toEqual(safety({}));
      }),
    );
  });

  it('do not silence one even where they should never have been saved', () => {
    fc.assert(
      fc.property(anyHistory, ({ instrument: form, history }) => {
        const rules = RuleCode.options.map((rule) => ({ rule, enabled: false, parameters: {} }));
        const off = evaluate(history, form, IN_CARE_SINCE, { settings: { version: 1, rules } });
        const on = evaluate(history, form, IN_CARE_SINCE);
        const firing = (outcomes: typeof off) =>
          outcomes.filter(({ outcome, rule }) => outcome === 'fires' && isSafetyRule(rule));
        expect(firing(off)).toEqual(firing(on));
        expect(off.every(({ outcome, rule }) => outcome === 'clears' || isSafetyRule(rule))).toBe(
          true,
        );
      }),
    );
  });
});

function keyOf({ rule, instrumentId }: Alert): string {
  return `${rule} ${instrumentId}`;
}
