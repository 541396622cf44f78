import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/alerts/evaluate.ts';
import { cesdr } from '#shared/instruments/data/cesdr.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { FIRST_DAY, phq9Answers, phq9History } from '../a-history.ts';
import { dated, firedFor, firing } from './outcomes.ts';
import { day, recorded } from './recorded.ts';

describe('two scores in one day', () => {
  it('count once, as the one recorded last', () => {
    const [first, second] = dated(phq9, [
      [0, 8],
      [14, 20],
    ]);
    if (first === undefined || second === undefined) throw new Error('two responses expected');
    const again = recorded(phq9, phq9Answers(9, 0), { number: 3, on: 14, at: 14 });
    expect(firedFor([first, second], phq9)).toContain('C2 urgent phq9');
    expect(firedFor([first, second, again], phq9)).toEqual([]);
  });
});

describe('a correction', () => {
  const history = dated(phq9, [
    [0, 8],
    [14, 14],
  ]);
  const [baseline, latest] = history;
  if (baseline === undefined || latest === undefined) throw new Error('two responses expected');

  it('of the newest form takes its place', () => {
    const put = recorded(phq9, phq9Answers(9, 0), { number: 3, on: 14, at: 15, corrects: latest });
    const outcomes = evaluate([...history, put], phq9, FIRST_DAY);
    expect(outcomes).toContainEqual(expect.objectContaining({ rule: 'C2', outcome: 'clears' }));
  });

  it('of the baseline changes what the newest is compared with', () => {
    const put = recorded(phq9, phq9Answers(4, 0), { number: 3, on: 0, at: 15, corrects: baseline });
    expect(firing('C2', [...history, put], phq9).evidence).toMatchObject({
      from: { responseId: put.responseId, total: 4 },
      to: { responseId: latest.responseId, total: 14 },
    });
  });

  it('that raises a risk answer raises the alert, though the form is an old one', () => {
    const put = recorded(phq9, phq9Answers(8, 1), { number: 3, on: 0, at: 15, corrects: baseline });
    expect(firedFor([...history, put], phq9)).toContain('S1 urgent phq9');
  });

  it('is not compared with what it corrects', () => {
    const risk = phq9History([[8, 2]]);
    const [wrong] = risk;
    if (wrong === undefined) throw new Error('a response expected');
    const put = recorded(phq9, phq9Answers(8, 1), { number: 3, on: 0, at: 1, corrects: wrong });
    expect(firing('S1', [...risk, put], phq9).evidence).toMatchObject({ before: null });
  });

  it('to a form without a score ends no alert about scores', () => {
    const blank = phq9.items.map(() => null);
    const put = recorded(phq9, blank, { number: 3, on: 14, at: 15, corrects: latest });
    const rules = evaluate([...history, put], phq9, FIRST_DAY).map(({ rule }) => rule);
    expect(rules).toEqual(['S3']);
  });
});

describe('an old form that is recorded later', () => {
  const blankLater = phq9History([
    [8, 0],
    [9, null],
  ]);

  it('is compared with what was answered before its day', () => {
    const old = recorded(phq9, phq9Answers(8, 1), { number: 9, on: 7, at: 20 });
    expect(firing('S1', [...blankLater, old], phq9).evidence).toMatchObject({
      now: { on: day(7) },
      before: { on: day(0), value: 0 },
    });
  });

  it('is not compared with what was answered after its day', () => {
    const riskLater = phq9History([
      [8, 0],
      [9, 2],
    ]);
    const old = recorded(phq9, phq9Answers(8, 1), { number: 9, on: 7, at: 20 });
    expect(firing('S1', [...riskLater, old], phq9).evidence).toMatchObject({
      before: { on: day(0), value: 0 },
    });
  });

  it('answers no question that was left blank after it', () => {
    const old = recorded(phq9, phq9Answers(8, 0), { number: 9, on: 7, at: 20 });
    expect(evaluate([...blankLater, old], phq9, FIRST_DAY).map(({ rule }) => rule)).not.toContain(
      'S3',
    );
    const next = recorded(phq9, phq9Answers(8, 0), { number: 9, on: 15, at: 20 });
    expect(evaluate([...blankLater, next], phq9, FIRST_DAY)[0]).toMatchObject({
      rule: 'S3',
      outcome: 'clears',
    });
  });

  it('answers none of them while another of the same form is still blank', () => {
    const blank = cesdr.items.map(({ number }) => (number === 15 ? null : 0));
    const later = recorded(cesdr, blank, { number: 1, on: 14, at: 14 });
    const old = recorded(cesdr, blank.with(14, 0), { number: 2, on: 7, at: 20 });
    expect(firedFor([later], cesdr)).toContain('S3 review cesdr');
    expect(evaluate([later, old], cesdr, FIRST_DAY).map(({ rule }) => rule)).not.toContain('S3');
  });

  it('of an earlier episode of care moves nothing in this one', () => {
    const since = day(100);
    const now = dated(phq9, [
      [100, 8],
      [114, 20],
    ]);
    const old = recorded(phq9, phq9Answers(2, 0), { number: 9, on: 0, at: 120 });
    const rules = evaluate([...now, old], phq9, since).map(({ rule }) => rule);
    expect(rules).toEqual(['S3']);
  });
});

describe('of two forms that were sent at one moment', () => {
  it('each is judged, whichever was written first', () => {
    const [risk, quiet] = phq9History(
      [
        [8, 1],
        [8, 0],
      ],
      0,
    );
    if (risk === undefined || quiet === undefined) throw new Error('two responses expected');
    expect(firedFor([risk, quiet], phq9)).toEqual([]);
    expect(firedFor([risk, quiet], phq9, { judged: risk.responseId })).toEqual(['S1 urgent phq9']);
  });
});
