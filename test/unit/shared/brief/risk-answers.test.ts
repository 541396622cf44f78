import { describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import { RISK_ANSWER_DAYS, riskAnswersBeside } from '#shared/brief/risk-answers.ts';
import { addDays, CalendarDate } from '#shared/contracts/calendar.ts';
import { type InventedCourse, inventedFacts } from '#test/support/brief-facts.ts';

type Point = InventedCourse['lines'][number]['points'][number];

const TODAY = CalendarDate.parse('2026-11-20');

/** What is put beside a note that denies risk, after these answers to the PHQ-9. */
function beside(points: readonly Point[], part: Partial<InventedCourse> = {}) {
  const facts = inventedFacts({ lines: [{ instrumentId: 'phq9', points }], ...part });
  return { facts, answers: riskAnswersBeside(interpret(facts)) };
}

describe('beside a note that denies risk stands', () => {
  it('a positive answer of the newest form, with its words and day', () => {
    const { answers } = beside([{ on: '2026-11-19', total: 11, fixed: { 9: 1 } }]);
    expect(answers).toEqual([
      {
        instrumentId: 'phq9',
        name: 'PHQ-9',
        item: 9,
        is: 'positive',
        label: 'Several days',
        on: '2026-11-19',
      },
    ]);
  });

  it('a question that was left blank, which is no answer', () => {
    const { answers } = beside([{ on: '2026-11-19', total: 11, blank: [9] }]);
    expect(answers).toMatchObject([{ item: 9, is: 'unanswered', label: null }]);
  });

  it('nothing when the newest answer is "not at all", whatever came before', () => {
    const { answers } = beside([
      { on: '2026-11-05', total: 11, fixed: { 9: 2 } },
      { on: '2026-11-19', total: 11, fixed: { 9: 0 } },
    ]);
    expect(answers).toEqual([]);
  });

  it.each([
    [RISK_ANSWER_DAYS, 1],
    [RISK_ANSWER_DAYS + 1, 0],
  ])('an answer of %i days ago: %i times, when no alert of it is open', (days, times) => {
    const on = addDays(TODAY, -days);
    const { facts } = beside([{ on, total: 11, fixed: { 9: 1 } }]);
    const closed = { ...facts, alerts: [] };
    expect(riskAnswersBeside(interpret(closed))).toHaveLength(times);
  });

  it('an older answer too, while its safety alert is open', () => {
    const on = addDays(TODAY, -RISK_ANSWER_DAYS - 100);
    expect(beside([{ on, total: 11, fixed: { 9: 1 } }]).answers).toHaveLength(1);
  });

  it('a positive answer on a form that was not sent, and the newest first', () => {
    const { answers } = beside([{ on: '2026-11-02', total: 11, fixed: { 9: 1 } }], {
      open: [
        {
          instrumentId: 'phq9',
          sentOn: '2026-11-18',
          answeredItems: 9,
          risk: { item: 9, value: 3 },
        },
      ],
    });
    expect(answers.map(({ is }) => is)).toEqual(['notSent', 'positive']);
    expect(answers[0]).toMatchObject({ label: 'Nearly every day' });
  });
});
