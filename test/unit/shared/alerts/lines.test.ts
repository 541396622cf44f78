import { describe, expect, it } from 'vitest';
import { answeredWith } from '#shared/alerts/answered.ts';
import { evaluate } from '#shared/alerts/evaluate.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { cssrsScreener } from '#shared/instruments/data/cssrs_screener.ts';
import { dass21 } from '#shared/instruments/data/dass21.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq2 } from '#shared/instruments/data/phq2.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { aResponse, FIRST_DAY, historyOf, phq9Answers, phq9History } from '../a-history.ts';
import { courseOf, dated, firedFor, firing, setting } from './outcomes.ts';
import { day, recorded } from './recorded.ts';

describe('a form with subscales and no total (DASS-21)', () => {
  const depression = new Set([3, 5, 10, 13, 16, 17, 21]);
  const answers = (value: number) =>
    dass21.items.map(({ number }) => (depression.has(number) ? value : 0));
  const history = [0, 2].map((value, index) =>
    aResponse(dass21, answers(value), { number: index + 1, on: day(14 * index) }),
  );

  it('is judged subscale by subscale, under the id of each', () => {
    expect(firedFor(history, dass21)).toEqual(['C3 info dass21.depression']);
  });

  it('has no alert of the form as a whole, and none by item 21', () => {
    const ofForm = evaluate(history, dass21, FIRST_DAY).filter(
      ({ instrumentId }) => instrumentId === 'dass21',
    );
    expect(ofForm.map(({ rule }) => rule)).toEqual(['V3']);
  });
});

describe('a composite (PHQ-ADS)', () => {
  const phqs = phq9History([
    [4, 0],
    [14, 0],
  ]);
  const gads = historyOf(gad7, [3, 12]).map((response, index) => ({
    ...response,
    responseId: response.responseId.replace('0000-0000', '0000-0001') as never,
    submittedAt: `${day(14 * index)}T20:30:00.000Z` as Instant,
  }));

  it('is judged when its last part comes in', () => {
    expect(firedFor([...phqs, ...gads], gad7)).toContain('C3 info phqads');
    expect(firing('C3', [...phqs, ...gads], { ...gad7, bands: [] }).evidence).toMatchObject({
      from: { total: 7 },
      to: { total: 26, responseId: gads[1]?.responseId },
    });
  });

  it('says nothing while a part is missing', () => {
    const waiting = [...phqs, ...gads.slice(0, 1)];
    expect(firedFor(waiting, phq9).some((fired) => fired.endsWith('phqads'))).toBe(false);
  });

  it('counts a corrected part once, as it was corrected', () => {
    const [, wrong] = phqs;
    if (wrong === undefined) throw new Error('two responses expected');
    const put = recorded(phq9, phq9Answers(5, 0), { number: 9, on: 14, at: 15, corrects: wrong });
    const c3 = evaluate([...phqs, ...gads, put], phq9, FIRST_DAY).find(
      ({ rule, instrumentId }) => rule === 'C3' && instrumentId === 'phqads',
    );
    expect(c3).toMatchObject({ outcome: 'fires', evidence: { to: { total: 17 } } });
  });
});

describe('what is never judged as change', () => {
  it('a screen or a one-time measure', () => {
    expect(courseOf('C3', historyOf(phq2, [0, 6]), phq2)).toBe('- -');
  });

  it('bands whose sources contradict each other', () => {
    const unsettled: Instrument = { ...phq9, bandsProvenance: 'unsettled' };
    expect(courseOf('C3', historyOf(unsettled, [4, 20]), unsettled)).toBe('- -');
  });

  it('a reliable-change value or a cut-off that is not settled', () => {
    const value: Instrument = {
      ...phq9,
      reliableChange: { ...phq9.reliableChange, provenance: 'unsettled' },
    };
    for (const rule of ['C1', 'C2', 'C4', 'T1', 'T2', 'N1', 'N2', 'G1'] as const) {
      expect(courseOf(rule, historyOf(value, [8, 14, 15, 16, 17]), value)).toBe('- - - - -');
    }
    const cutOff: Instrument = {
      ...phq9,
      cutOffs: phq9.cutOffs.map((one) => ({ ...one, provenance: 'unsettled' as const })),
    };
    expect(courseOf('C4', historyOf(cutOff, [8, 14]), cutOff)).toBe('- -');
  });

  it('a cut-off that was set for a group of people', () => {
    const grouped: Instrument = {
      ...phq9,
      cutOffs: phq9.cutOffs.map((one) => ({ ...one, group: 'women' })),
    };
    expect(courseOf('C4', historyOf(grouped, [8, 14]), grouped)).toBe('- -');
  });
});

describe('the episode of care', () => {
  it('begins anew after half a year without any contact', () => {
    const history = dated(phq9, [
      [0, 8],
      [181, 20],
    ]);
    expect(firedFor(history, phq9)).toEqual([]);
    const contact = aResponse(cssrsScreener, [0, 0, null, null, null, 0, null], {
      number: 7,
      on: day(90),
    });
    expect(firedFor([...history, contact], phq9)).toContain('C2 urgent phq9');
    const care = { contactOn: [day(90)] };
    expect(firedFor(history, phq9, { care })).toContain('C2 urgent phq9');
  });

  it('may have a baseline that the clinician chose', () => {
    const history = dated(phq9, [
      [0, 20],
      [14, 6],
      [28, 13],
    ]);
    const chosenBaselines = history.slice(1, 2).map(({ responseId }) => responseId);
    expect(firedFor(history, phq9)).not.toContain('C2 urgent phq9');
    expect(firedFor(history, phq9, { care: { chosenBaselines } })).toContain('C2 urgent phq9');
  });
});

describe('what a practice sets', () => {
  it('makes a rule stricter, and is kept with what the rule says', () => {
    const settings = setting('C2', { share: 1.5 });
    const small = dated(phq9, [
      [0, 8],
      [14, 16],
    ]);
    expect(firedFor(small, phq9, { settings })).not.toContain('C2 urgent phq9');
    const large = dated(phq9, [
      [0, 8],
      [14, 17],
    ]);
    expect(firing('C2', large, phq9, { settings })).toMatchObject({
      parameters: { share: 1.5 },
      evidence: { threshold: 9 },
    });
  });

  it('switches a rule off, which still ends what it had opened', () => {
    const settings = setting('C1', {}, false);
    expect(
      courseOf(
        'C1',
        dated(phq9, [
          [0, 8],
          [14, 14],
          [28, 8],
        ]),
        phq9,
        settings,
      ),
    ).toBe('- - clears');
  });

  it('moves the edge at which a worse band ends', () => {
    const history = dated(phq9, [
      [0, 8],
      [14, 14],
      [28, 9],
      [42, 8],
    ]);
    const half = setting('C3', { belowEdge: 2 });
    expect(courseOf('C3', history, phq9)).toBe('- review clears clears');
    expect(courseOf('C3', history, phq9, half)).toBe('- review - clears');
    expect(
      courseOf(
        'C3',
        dated(phq9, [
          [0, 8],
          [14, 14],
          [28, 10],
        ]),
        phq9,
        setting('C3', { belowEdge: 0 }),
      ),
    ).toBe('- review -');
  });
});

describe('what is answered with a form', () => {
  it('are the form, its subscales and the composites that it is a part of', () => {
    expect(answeredWith(phq9)).toEqual(['phq9', 'phqads']);
    expect(answeredWith(dass21)).toContain('dass21.depression');
    expect(answeredWith(dass21)).toContain('dass21');
    expect(answeredWith(cssrsScreener)).toEqual(['cssrs_screener']);
  });
});
