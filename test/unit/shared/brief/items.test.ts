import { expect, it } from 'vitest';
import { itemCourses } from '#shared/brief/items.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { briefAt, inWinter, phq, responsesOf } from '../a-brief.ts';

const STORY = [
  phq(phq9, '2026-08-05', 20, 0),
  phq(phq9, '2026-09-05', 9, 1),
  phq(phq9, '2026-10-05', 9, null),
  phq(phq9, '2026-11-05', 9, 2),
];

/** Item 9 over the newest `count` answers of the story. */
function item9(count: number, since: CalendarDate | null = null) {
  const [form] = briefAt(inWinter('2026-11-20', '18:58'), {
    responses: responsesOf(STORY.slice(-count)),
  }).forms;
  if (form === undefined) throw new Error('a form is expected');
  return itemCourses(form, since).find(({ item }) => item === 9);
}

it('says what was answered first, the time before and now, in the choice’s words', () => {
  expect(item9(4)).toMatchObject({
    first: { on: '2026-08-05', value: 0, label: 'Not at all' },
    previous: { on: '2026-10-05', value: null, label: null },
    now: { on: '2026-11-05', value: 2, label: 'More than half the days' },
  });
});

it('says nothing twice when there are two answers or one', () => {
  expect(item9(2)).toMatchObject({ first: { value: null }, previous: null, now: { value: 2 } });
  expect(item9(1)).toMatchObject({ first: null, previous: null, now: { value: 2 } });
});

it('begins with the present episode of care', () => {
  expect(item9(4, '2026-09-01' as CalendarDate)?.first).toMatchObject({ on: '2026-09-05' });
});
