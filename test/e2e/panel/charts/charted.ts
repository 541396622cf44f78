import type { BriefFacts } from '#shared/contracts/brief.ts';
import { BriefFacts as Facts } from '#shared/contracts/brief.ts';
import { type InventedCourse, inventedFacts, inventedId } from '#test/support/brief-facts.ts';

/** Everything that a chart can show: a former episode, gaps, two in a day, weekly answers, a screen. */
const COURSE: InventedCourse = {
  client: { inCareSince: '2026-06-01' as never },
  lines: [
    {
      instrumentId: 'phq9',
      points: [
        { on: '2026-01-12', total: 14, fixed: { 9: 0 } },
        { on: '2026-02-16', total: 9, fixed: { 9: 0 } },
        { on: '2026-06-02', total: 21, fixed: { 9: 1 } },
        { on: '2026-06-16', total: 20, fixed: { 9: 1 } },
        { on: '2026-06-30', total: 19, fixed: { 9: 1 } },
        { on: '2026-07-14', total: 12, fixed: { 9: 0 } },
        { on: '2026-07-14', total: 13, fixed: { 9: 0 } },
        { on: '2026-08-11', total: 6, fixed: { 9: 0 }, blank: [1, 2, 3, 4] },
        { on: '2026-09-08', total: 8, fixed: { 9: 0 }, blank: [5] },
        { on: '2026-10-27', total: 7, fixed: { 9: 0 } },
        { on: '2026-11-03', total: 6, fixed: { 9: 0 } },
        { on: '2026-11-10', total: 8, fixed: { 9: 0 } },
        { on: '2026-11-20', total: 9, fixed: { 9: 1 } },
      ],
    },
    {
      instrumentId: 'gad7',
      points: [
        { on: '2026-06-02', total: 15 },
        { on: '2026-07-14', total: 13 },
        { on: '2026-09-08', total: 14 },
        { on: '2026-11-10', total: 17 },
      ],
    },
    {
      instrumentId: 'rses',
      points: [
        { on: '2026-06-02', total: 12 },
        { on: '2026-08-11', total: 14 },
        { on: '2026-11-10', total: 21 },
      ],
    },
    {
      instrumentId: 'cssrs_screener',
      points: [
        { on: '2026-06-02', total: 3, fixed: { 1: 1, 2: 1, 3: 1 } },
        { on: '2026-07-14', total: 1, fixed: { 1: 1 } },
        { on: '2026-11-10', total: 0, fixed: { 1: 0, 2: 0 } },
      ],
    },
  ],
};

const at = (on: string) => `${on}T18:00:00.000Z`;

/** A diary card and a total brought along: no norms. */
function own() {
  const formId = inventedId(700);
  const asked = { kind: 'rating', minLabel: 'badly', maxLabel: 'well', min: 0, max: 10 };
  const item = { ...asked, id: 'sleep', name: 'Sleep', text: 'How did you sleep?' };
  const ratings = [
    ['2026-11-01', 3],
    ['2026-11-02', 4],
    ['2026-11-04', 4],
    ['2026-11-05', 7],
  ] as const;
  const totals = [
    ['2026-06-05', 82.5],
    ['2026-09-10', 71],
  ] as const;
  return {
    forms: [
      { formId, version: 1, title: 'Diary card', items: [{ ...item, direction: 'higherBetter' }] },
    ],
    responses: ratings.map(([on, rating], place) => ({
      responseId: inventedId(710 + place),
      formId,
      formVersion: 1,
      answeredOn: on,
      submittedAt: at(on),
      answers: [rating],
    })),
    handMeasures: [
      {
        id: 'oq45',
        version: 1,
        name: 'OQ-45.2',
        direction: 'higherWorse',
        range: null,
        bands: [],
        bandsSource: '',
      },
    ],
    handTotals: totals.map(([on, total], place) => ({
      responseId: inventedId(720 + place),
      handMeasureId: 'oq45',
      handMeasureVersion: 1,
      on,
      enteredAt: at(on),
      total,
    })),
  };
}

/** The ninth answer to the PHQ-9 was put right the day after. */
function corrected(responses: BriefFacts['responses']) {
  const wrong = responses.find(({ answeredOn }) => answeredOn === '2026-10-27');
  const right = responses.find(({ answeredOn }) => answeredOn === '2026-06-30');
  if (wrong === undefined || right === undefined) throw new Error('no such answer');
  return [
    ...responses,
    {
      ...wrong,
      answers: right.answers,
      score: right.score,
      responseId: inventedId(730),
      submittedAt: '2026-10-28T09:00:00.000Z',
      supersedes: wrong.responseId,
    },
  ];
}

const facts = inventedFacts(COURSE);

/** A client with everything that a chart can mark. */
export const CHARTED: BriefFacts = Facts.parse({
  ...facts,
  responses: corrected(facts.responses),
  responseCounts: { ...facts.responseCounts, phq9: 14 },
  events: [
    { eventId: 'e1', on: '2026-06-20', kind: 'medication', label: 'sertraline 50 mg begun' },
    { eventId: 'e2', on: '2026-07-02', kind: 'medication', label: 'sertraline 100 mg' },
    { eventId: 'e3', on: '2026-10-20', kind: 'lifeEvent', label: 'moved to another town, new job' },
    { eventId: 'e4', on: '2024-03-01', kind: 'other', label: 'first therapy' },
  ],
  externalPoints: [
    {
      measureId: 'phq9',
      on: '2026-09-22',
      displayed: 10,
      shownBy: 'simplepractice',
      readAt: '2026-11-20T18:00:00.000Z',
    },
  ],
  own: own(),
});
