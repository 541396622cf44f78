import { describe, expect, it } from 'vitest';
import { addedRows } from '#extension/panel/record/added.ts';
import { baselineCandidates, choicesBehind } from '#extension/panel/record/baselines.ts';
import { dayIn, totalIn } from '#extension/panel/record/checks.ts';
import { corrigible } from '#extension/panel/record/corrigible.ts';
import { correctionsIn } from '#extension/panel/record/standing.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { OQ45, recorded } from '#test/support/recorded.ts';

const PLAIN = inventedFacts({
  lines: [
    {
      instrumentId: 'gad7',
      points: [
        { on: '2026-02-02', total: 15 },
        { on: '2026-09-01', total: 12 },
        { on: '2026-10-01', total: 9 },
        { on: '2026-11-01', total: 8 },
      ],
    },
  ],
});
const FACTS = recorded(PLAIN);

describe('what was added', () => {
  it('is listed newest first, each with its own way to be changed', () => {
    expect(addedRows(FACTS).map(({ words, before }) => [words, before])).toEqual([
      ['Life event, 15 Sep 2026: Moved in with a friend', null],
      ['Medication, 3 Aug 2026: Sertraline 50 mg begun', null],
      ['OQ-45.2, 6 Jul 2026: 78', '87'],
      ['New episode of care, 1 Jul 2026', null],
      ['Care ended, 30 May 2026', null],
    ]);
    expect(addedRows(FACTS).map(({ remove, again }) => [remove?.what, again?.supersedes])).toEqual([
      ['removeEvent', undefined],
      ['removeEvent', undefined],
      [undefined, inventedId(612)],
      ['unmark', undefined],
      ['unmark', undefined],
    ]);
    expect(addedRows(PLAIN)).toEqual([]);
  });

  it('says the day too when a total was corrected to another one', () => {
    const totals = FACTS.own?.handTotals.map((total, place) =>
      place === 0 ? { ...total, on: '2026-07-01' } : total,
    );
    const facts = BriefFacts.parse({ ...FACTS, own: { ...FACTS.own, handTotals: totals } });
    expect(addedRows(facts)[2]?.before).toBe('87 on 1 Jul 2026');
  });
});

describe('corrected responses', () => {
  it('are shown with what they took the place of, and can be corrected once more', () => {
    const [correction] = correctionsIn(FACTS.responses);
    expect(correction?.before?.responseId).toBe(correction?.after.supersedes);
    const offered = corrigible(FACTS).map(({ response }) => response.responseId);
    expect(offered).toContain(correction?.after.responseId);
    expect(offered).not.toContain(correction?.before?.responseId);
    expect(offered).toHaveLength(4);
  });
});

describe('baselines', () => {
  const [trend] = interpret(FACTS).measures;
  if (trend === undefined) throw new Error('the scene has a line');

  it('are chosen among the scores of the present episode alone', () => {
    expect(baselineCandidates(trend).map(({ on }) => on)).toEqual([
      '2026-11-01',
      '2026-10-01',
      '2026-09-01',
    ]);
  });

  it('are taken back all at once, also where the chosen response was corrected since', () => {
    const [old, second, , corrected] = PLAIN.responses.map(({ responseId }) => responseId);
    const chosen = [old, second, corrected].filter((id) => id !== undefined);
    const episodes = { startedOn: [], endedOn: [], chosenBaselines: chosen };
    expect(choicesBehind(trend, { episodes })).toEqual([second, corrected]);
  });
});

describe('days and numbers', () => {
  it.each([
    ['', 'Choose a day.'],
    ['2026-02-30', 'Choose a day.'],
    ['2026-11-21', 'That day is in the future. Choose another.'],
    ['1991-03-13', 'The client was born on 14 Mar 1991.'],
  ])('refuses the day “%s”', (typed, words) => {
    expect(dayIn(typed, PLAIN)).toMatchObject({ ok: false, refusal: { words } });
  });

  it('takes the birth date and today, by the practice’s calendar', () => {
    expect(dayIn('1991-03-14', PLAIN).ok).toBe(true);
    // The facts were read at 00:58 UTC of the 21st.
    expect(dayIn('2026-11-20', PLAIN).ok).toBe(true);
  });

  it.each(['', '-1', '181', '1e2', '12 points', 'Infinity', '8.'])('refuses “%s”', (total) => {
    expect(totalIn({ total }, OQ45).ok).toBe(false);
  });

  it('takes any number where the practice has stated no range', () => {
    expect(totalIn({ total: '-3.5' }, { ...OQ45, range: null })).toEqual({ ok: true, value: -3.5 });
  });
});
