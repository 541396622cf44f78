import { describe, expect, it } from 'vitest';
import { evaluateCheckIns } from '#shared/alerts/evaluate-check-ins.ts';
import { evaluateCouple } from '#shared/alerts/evaluate-couple.ts';
import { replay } from '#shared/alerts/replay/replay.ts';
import { sameFacts } from '#shared/alerts/replay/same-facts.ts';
import { addDays, type CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { csi4 } from '#shared/instruments/data/csi4.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { linesOf } from '#shared/measures/lines.ts';
import { measure } from '#shared/measures/lookup.ts';
import { aCheckIn } from '../a-brief.ts';
import { aResponse, FIRST_DAY, historyOf, phq9History, responseId } from '../a-history.ts';
import { NOTHING, opened, openedBy } from './opened.ts';
import { dated, setting } from './outcomes.ts';

const readings = (responses: readonly ScoredResponse[]) => linesOf(responses).get('csi4') ?? [];

const reliable = dated(phq9, [
  [0, 8],
  [14, 14],
  [28, 20],
]);
const c2 = openedBy('C2', reliable.slice(0, 2));

describe('an alert worked out again', () => {
  it('is the one that was recorded, whatever came later', () => {
    expect(replay(c2, { ...NOTHING, responses: reliable.toReversed() })).toMatchObject({
      ok: true,
      value: {
        status: 'reproduced',
        outcomes: [{ rule: 'C2', tier: 'urgent', evidence: { points: 6 } }],
      },
    });
  });

  it('counts a form as it stood before it was corrected', () => {
    const [baseline] = reliable;
    if (baseline === undefined) throw new Error('a response expected');
    const correction: ScoredResponse = {
      ...baseline,
      responseId: responseId(9),
      score: { ...baseline.score, total: 20, displayed: 20 } as never,
      submittedAt: '2026-03-01T20:00:00.000Z' as Instant,
      supersedes: baseline.responseId,
    };
    const responses = [...reliable.slice(0, 2), correction];
    expect(replay(c2, { ...NOTHING, responses })).toMatchObject({
      value: { status: 'reproduced' },
    });
  });

  it('finds the correction that made the rules look', () => {
    const [first, second] = dated(phq9, [
      [0, 12],
      [14, 14],
    ]);
    const [right] = dated(phq9, [[0, 8]]);
    if (first === undefined || second === undefined || right === undefined)
      throw new Error('three');
    const correction: ScoredResponse = {
      ...right,
      responseId: responseId(9),
      submittedAt: '2026-03-01T20:00:00.000Z' as Instant,
      supersedes: first.responseId,
    };
    const responses = [first, second, correction];
    const alert = openedBy('C2', responses);
    expect(replay(alert, { ...NOTHING, responses })).toMatchObject({
      value: { status: 'reproduced' },
    });
  });

  it('finds the late record that made the rules look, though its score is none of the evidence', () => {
    const history = dated(gad7, [
      [0, 12],
      [14, 12],
      [28, 12],
      [7, 12],
    ]).map((one, index) =>
      index === 3 ? { ...one, submittedAt: '2026-03-01T20:00:00.000Z' as Instant } : one,
    );
    const alert = openedBy('N1', history, gad7);
    expect(alert.evidence).toMatchObject([{ count: 4, to: { responseId: responseId(3) } }]);
    expect(replay(alert, { ...NOTHING, responses: history })).toMatchObject({
      value: { status: 'reproduced' },
    });
  });

  it('follows the settings of the time', () => {
    const strict = setting('C2', { share: 1.5 });
    const history = dated(phq9, [
      [0, 8],
      [14, 17],
    ]);
    const alert = openedBy('C2', history, phq9, strict);
    const from = history[1]?.submittedAt as Instant;
    const later = {
      from: '2026-06-01T00:00:00.000Z' as Instant,
      settings: setting('C2', {}, false),
    };
    const record = { ...NOTHING, responses: history };
    const settings = [later, { from, settings: strict }];
    expect(replay(alert, { ...record, settings })).toMatchObject({
      value: { status: 'reproduced' },
    });
    expect(replay(alert, record)).toMatchObject({ value: { status: 'differs', parameters: true } });
  });

  it('ignores what was set about care afterwards', () => {
    const from = '2026-06-01T00:00:00.000Z' as Instant;
    const care = [{ from, care: { startedOn: [addDays(FIRST_DAY, 2)] } }];
    expect(replay(c2, { ...NOTHING, responses: reliable, care })).toMatchObject({
      value: { status: 'reproduced' },
    });
  });

  it('follows what was known of the care at the time', () => {
    const from = reliable[0]?.submittedAt as Instant;
    const care = [{ from, care: { startedOn: [reliable.at(-1)?.answeredOn as CalendarDate] } }];
    expect(replay(c2, { ...NOTHING, responses: reliable, care })).toMatchObject({
      value: { status: 'differs' },
    });
  });

  it('looks at check-ins at the moment at which they were looked at', () => {
    const checkIns = [0, 7].map((days, index) =>
      aCheckIn(phq9, addDays(FIRST_DAY, days), addDays(FIRST_DAY, days + 6), {
        administrationId: `00000000-0000-7000-8000-0000000000d${index}` as never,
      }),
    );
    const at = '2026-01-21T06:00:00.000Z' as Instant;
    const asOf = addDays(FIRST_DAY, 14);
    const risk = phq9History([[4, 1]]);
    const looked = evaluateCheckIns(checkIns, risk, { asOf, at, inCareSince: FIRST_DAY });
    const alert = opened('M1', looked, at);
    const late = checkIns.map((one) => ({
      ...one,
      completedAt: '2026-01-21T07:00:00.000Z' as Instant,
    }));
    const record = { ...NOTHING, responses: risk, checkIns: late };
    expect(replay(alert, record)).toMatchObject({ value: { status: 'reproduced' } });
    expect(replay(alert, { ...record, checkIns: [] })).toEqual({
      ok: false,
      refusal: {
        reason: 'dataMissing',
        responses: [],
        checkIns: checkIns.map(({ administrationId }) => administrationId),
      },
    });
  });

  it('takes both partners’ answers, in the order of the couple', () => {
    const csi = measure('csi4');
    if (csi === null) throw new Error('the CSI-4 is a measure');
    const own = [aResponse(csi4, [5, 4, 4, 4], { number: 1, on: FIRST_DAY })];
    const others = [aResponse(csi4, [2, 2, 2, 2], { number: 7, on: FIRST_DAY })];
    const at = own[0]?.submittedAt as Instant;
    const alert = opened('P1', [evaluateCouple(csi, readings(others), readings(own))], at);
    const partner = { responses: others, isFirst: true };
    const record = { ...NOTHING, responses: own, partner };
    expect(replay(alert, record)).toMatchObject({ value: { status: 'reproduced' } });
    expect(replay(alert, { ...record, partner: { ...partner, isFirst: false } })).toMatchObject({
      value: { status: 'differs' },
    });
    expect(replay({ ...alert, instrumentId: 'newer' }, record)).toMatchObject({
      value: { status: 'differs' },
    });
    const settings = [{ from: at, settings: setting('P1', {}, false) }];
    expect(replay(alert, { ...record, settings })).toMatchObject({ value: { status: 'differs' } });
    expect(replay(alert, { ...NOTHING, responses: own })).toMatchObject({
      refusal: { reason: 'dataMissing', responses: [responseId(7)] },
    });
  });
});

describe('an alert that is not what the rules give', () => {
  const record = { ...NOTHING, responses: reliable };

  it('is told by its evidence, tier or numbers', () => {
    const [evidence] = c2.evidence;
    if (evidence?.kind !== 'change') throw new Error('a change expected');
    const tampered = { ...evidence, points: 7 };
    expect(replay({ ...c2, evidence: [tampered] }, record)).toEqual({
      ok: true,
      value: { status: 'differs', evidence: [tampered], tier: true, parameters: true },
    });
    expect(replay({ ...c2, tier: 'review' }, record)).toEqual({
      ok: true,
      value: { status: 'differs', evidence: [], tier: true, parameters: false },
    });
    expect(replay({ ...c2, parameters: { share: 2 } }, record)).toEqual({
      ok: true,
      value: { status: 'differs', evidence: [], tier: false, parameters: true },
    });
  });

  it('is told by one piece of evidence of several', () => {
    const wrong = c2.evidence.map((one) => ({ ...one, points: 7 }) as never);
    expect(replay({ ...c2, evidence: [...wrong, ...c2.evidence] }, record)).toEqual({
      ok: true,
      value: { status: 'differs', evidence: wrong, tier: false, parameters: false },
    });
  });

  it('is told by its rule or its measure', () => {
    expect(replay({ ...c2, rule: 'C1' }, record)).toMatchObject({ value: { status: 'differs' } });
    expect(replay({ ...c2, instrumentId: 'gad7' }, record)).toMatchObject({
      value: { status: 'differs' },
    });
  });

  it('rests on nothing that was submitted after it', () => {
    const early = { ...c2, latestAt: reliable[0]?.submittedAt as Instant };
    expect(replay(early, record)).toMatchObject({ value: { status: 'differs' } });
  });
});

describe('an alert that can’t be worked out again', () => {
  it('was made by a version of the rule that this build does not know', () => {
    expect(replay({ ...c2, ruleVersion: 1 }, { ...NOTHING, responses: reliable })).toEqual({
      ok: false,
      refusal: { reason: 'ruleVersionUnknown', version: 1, known: 2 },
    });
  });

  it('rests on answers that are not at hand', () => {
    expect(replay(c2, { ...NOTHING, responses: reliable.slice(1) })).toEqual({
      ok: false,
      refusal: { reason: 'dataMissing', responses: [responseId(1)], checkIns: [] },
    });
  });

  it('rests on answers to a version of the form that this build does not hold', () => {
    const responses = reliable.map((one) => ({ ...one, instrumentVersion: 99 }));
    expect(replay(c2, { ...NOTHING, responses })).toEqual({
      ok: false,
      refusal: { reason: 'formUnknown', instrumentId: 'phq9', version: 99 },
    });
  });

  it('passes over submissions of forms that it does not know', () => {
    const unknown = historyOf(gad7, [5]).map((one) => ({
      ...one,
      responseId: responseId(50),
      instrumentId: 'newer',
      submittedAt: reliable[1]?.submittedAt as Instant,
    }));
    const alert = { ...c2, evidence: c2.evidence.map((one) => ({ ...one, points: 7 }) as never) };
    expect(replay(alert, { ...NOTHING, responses: [...reliable, ...unknown] })).toMatchObject({
      value: { status: 'differs' },
    });
  });
});

describe('the same facts', () => {
  it('are the same in any order of keys', () => {
    expect(sameFacts({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
    expect(sameFacts({ a: undefined }, {})).toBe(true);
  });

  it.each([
    [1, 2],
    [null, {}],
    [{}, null],
    [[], {}],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    ['1', 1],
  ])('are not %j and %j', (one, other) => {
    expect(sameFacts(one, other)).toBe(false);
  });
});
