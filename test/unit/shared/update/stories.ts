import type { BriefFacts } from '#shared/contracts/brief.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import {
  type CustomForm,
  type FormAnswers,
  FormId,
  formKey,
} from '#shared/contracts/custom-form.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { alertsOf } from '#test/support/brief-facts.ts';
import { aCheckIn, factsAt, inWinter, phq, responsesOf, type Told } from '../a-brief.ts';
import { responseId } from '../a-history.ts';

/** A story's facts with the alerts that it raised. */
export function toldFacts(
  asOf: readonly [day: string, hour: string],
  story: readonly Told[],
  more: Partial<BriefFacts> = {},
): BriefFacts {
  const responses = responsesOf(story);
  return factsAt(inWinter(...asOf), { responses, alerts: alertsOf(responses), ...more });
}

/** Better on the PHQ-9, with a new answer to item 9; a check-in done and another begun. */
export const IMPROVING: BriefFacts = toldFacts(
  ['2026-11-20', '18:58'],
  [
    phq(phq9, '2026-06-07', 18, 0),
    ['2026-06-07', gad7, 8],
    phq(phq9, '2026-11-05', 12, 0),
    phq(phq9, '2026-11-19', 11, 1),
    ['2026-11-19', gad7, 9],
  ],
  {
    lastLookedAt: inWinter('2026-11-05', '21:00'),
    checkIns: [
      aCheckIn(phq9, '2026-11-17', '2026-11-19', {
        openedAt: inWinter('2026-11-19', '19:50'),
        completedAt: inWinter('2026-11-19', '20:00'),
        answeredItems: 9,
      }),
      aCheckIn(pcl5, '2026-11-12', '2026-11-26', {
        openedAt: inWinter('2026-11-12', '20:00'),
        answeredItems: 4,
      }),
    ],
  },
);

/** Reliably worse since the last look. */
export const WORSE: BriefFacts = toldFacts(
  ['2026-11-04', '09:10'],
  [
    phq(phq9, '2026-06-14', 16, 0),
    phq(phq9, '2026-10-06', 9, 0),
    ['2026-10-06', gad7, 11],
    phq(phq9, '2026-11-03', 17, 0),
    ['2026-11-03', gad7, 12],
  ],
  {
    lastLookedAt: inWinter('2026-10-06', '21:00'),
    checkIns: [aCheckIn(phq9, '2026-11-03', '2026-11-10')],
  },
);

/** A form of the practice's own: a rating and words, answered once, and once missed. */
export function diaryFacts(title: string, answers: FormAnswers): BriefFacts {
  const formId = FormId.parse('0197a000-0000-7000-8000-00000000d1a7');
  const form: CustomForm = {
    formId,
    version: 1,
    title,
    items: [
      {
        kind: 'rating',
        id: 'mood',
        name: 'Mood',
        text: 'How was your mood?',
        min: 0,
        max: 10,
        minLabel: 'worst',
        maxLabel: 'best',
        direction: 'higherBetter',
      },
      { kind: 'text', id: 'day', name: 'Day', text: 'How was your day?', maxLength: 500 },
    ],
  };
  const answeredOn = CalendarDate.parse('2026-11-10');
  const submittedAt = inWinter('2026-11-10', '20:00');
  const response = { responseId: responseId(70), formId, formVersion: 1, answeredOn, submittedAt };
  return toldFacts(['2026-11-20', '09:00'], [], {
    own: {
      forms: [form],
      responses: [{ ...response, answers }],
      handMeasures: [],
      handTotals: [],
    },
    checkIns: [{ ...aCheckIn(phq9, '2026-11-01', '2026-11-08'), instrumentId: formKey(formId) }],
  });
}
