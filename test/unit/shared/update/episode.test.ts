import { expect, it } from 'vitest';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { alertsOf } from '#test/support/brief-facts.ts';
import { briefAt, inWinter, phq, responsesOf, type Told } from '../a-brief.ts';

const NOW = inWinter('2026-11-20', '18:58');
const IN_CARE_SINCE = '2026-08-03' as CalendarDate;

/** The Update of somebody who was in care in 2024 and came back in August 2026. */
function updateOf(story: readonly Told[], shape: 'narrative' | 'soap' = 'narrative') {
  const responses = responsesOf(story);
  const alerts = alertsOf(responses, IN_CARE_SINCE);
  const client = { ...briefAt(NOW).client, inCareSince: IN_CARE_SINCE };
  return compose(briefAt(NOW, { client, responses, alerts }), chartRequest(shape)).text;
}

const OLD = phq(phq9, '2024-03-06', 2, 0);
const INTAKE = phq(phq9, '2026-07-30', 18, 0);

it('counts from the first score of the present episode', () => {
  const text = updateOf([OLD, INTAKE, phq(phq9, '2026-11-19', 11, 0)]);
  expect(text).toContain('18 on 30 Jul: 7 points lower, reliable improvement');
  expect(text).not.toMatch(/worsening|2024/);
});

it('says that the first form after coming back has nothing to be compared with', () => {
  const alone = 'no earlier score in this episode of care, too early to judge change.';
  expect(updateOf([OLD, INTAKE])).toContain(`on 30 Jul; ${alone}`);
  expect(updateOf([OLD, INTAKE], 'soap')).toContain(`range; ${alone}`);
  expect(updateOf([INTAKE])).toContain('first score, too early to judge change.');
});
