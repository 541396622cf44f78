import type { BriefFacts } from '#shared/contracts/brief.ts';
import { BriefFacts as Facts } from '#shared/contracts/brief.ts';
import { DIARY_CARD } from '#shared/forms/diary-card.ts';
import { type InventedCourse, inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { OQ45 } from '#test/support/recorded.ts';

/** Years of care in one panel: seven measures, alerts of every tier, and a form that was not sent. */
const COURSE: InventedCourse = {
  client: { displayName: 'Rosalind Achterberg-Quiñones', birthDate: '1974-02-28' as never },
  lines: [
    {
      instrumentId: 'phq9',
      points: [
        { on: '2026-01-12', total: 14, fixed: { 9: 0 } },
        { on: '2026-03-16', total: 9, fixed: { 9: 0 } },
        { on: '2026-06-02', total: 8, fixed: { 9: 0 } },
        { on: '2026-08-11', total: 12, fixed: { 9: 0 } },
        { on: '2026-10-13', total: 16, fixed: { 9: 0 } },
        { on: '2026-11-18', total: 21, fixed: { 9: 2 } },
      ],
    },
    {
      instrumentId: 'gad7',
      points: [
        { on: '2026-01-12', total: 9 },
        { on: '2026-06-02', total: 12 },
        { on: '2026-10-13', total: 17 },
        { on: '2026-11-18', total: 15 },
      ],
    },
    {
      instrumentId: 'dass21',
      points: [
        { on: '2026-03-16', total: 20 },
        { on: '2026-09-08', total: 41 },
      ],
    },
    {
      instrumentId: 'pcl5',
      points: [
        { on: '2026-02-10', total: 52, fixed: { 16: 0 } },
        { on: '2026-07-14', total: 33, fixed: { 16: 0 } },
        { on: '2026-11-16', total: 24, fixed: { 16: 0 } },
      ],
    },
    {
      instrumentId: 'core10',
      points: [
        { on: '2026-05-05', total: 14, fixed: { 6: 0 } },
        { on: '2026-11-19', total: 27, fixed: { 6: 3 } },
      ],
    },
    {
      instrumentId: 'asq',
      points: [{ on: '2026-11-19', total: 2, fixed: { 1: 1, 5: 1 } }],
    },
    {
      instrumentId: 'rses',
      points: [
        { on: '2026-02-10', total: 12 },
        { on: '2026-11-16', total: 16, blank: [3, 4, 5] },
      ],
    },
  ],
  open: [
    { instrumentId: 'gad7', sentOn: '2026-10-27', answeredItems: 0 },
    { instrumentId: 'phq9', sentOn: '2026-11-19', answeredItems: 9, risk: { item: 9, value: 3 } },
    { instrumentId: 'gad7', sentOn: '2026-11-19', answeredItems: 0 },
  ],
};

const formId = inventedId(800);

/** Ten evenings of the diary card, with words of the client's own on four of them. */
function evenings() {
  const words = [
    null,
    'Did not leave the flat.',
    null,
    'My sister called; I let it ring, and then I was ashamed about it for the rest of the evening.',
    'Walked home\nalone',
    null,
    'https://example.org/averylongaddresswithoutanyspaceinit/that/has/to/be/broken/somewhere',
  ];
  return words.map((line, place) => {
    const on = `2026-11-1${place}`;
    return {
      responseId: inventedId(810 + place),
      formId,
      formVersion: 1,
      answeredOn: on,
      submittedAt: `${on}T22:10:00.000Z`,
      answers: [2 + (place % 4), 5 + (place % 3), 1, 1, line],
    };
  });
}

const facts = inventedFacts(COURSE);
const [, quiet] = facts.alerts.filter(({ rule }) => rule === 'C1');

/** A client with everything that a panel can hold at once. */
export const FULL_CLIENT: BriefFacts = Facts.parse({
  ...facts,
  responseCounts: { ...facts.responseCounts, [`form:${formId}`]: 12 },
  alerts: facts.alerts.map((alert) =>
    alert === quiet ? { ...alert, snoozed: { by: 'Dr. Sam Okafor', at: facts.asOf } } : alert,
  ),
  events: [
    { eventId: inventedId(601), on: '2026-06-20', kind: 'medication', label: 'Sertraline 50 mg' },
    { eventId: inventedId(602), on: '2026-10-20', kind: 'lifeEvent', label: 'Moved, new job' },
  ],
  own: {
    forms: [{ formId, version: 1, ...DIARY_CARD }],
    responses: evenings(),
    handMeasures: [OQ45],
    handTotals: [82, 91].map((total, place) => ({
      responseId: inventedId(820 + place),
      handMeasureId: OQ45.id,
      handMeasureVersion: OQ45.version,
      on: `2026-0${6 + place}-05`,
      enteredAt: `2026-0${6 + place}-05T18:00:00.000Z`,
      total,
    })),
  },
});
