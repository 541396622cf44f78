import { expect, it } from 'vitest';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { briefAt, inWinter, phq, responsesOf, type Told } from '../a-brief.ts';

const updateOf = (story: readonly Told[]) =>
  compose(
    briefAt(inWinter('2026-11-23', '18:58'), { responses: responsesOf(story) }),
    chartRequest('narrative'),
  ).text;

it('a blank beside an answer has its own verb', () => {
  const answered = phq(phq9, '2026-10-01', 9, 1);
  const blank = phq(phq9, '2026-11-15', 9, null);
  expect(updateOf([answered, blank])).toContain(
    'PHQ-9 item 9 was not answered on 15 Nov and answered "several days" on 1 Oct.',
  );
  expect(updateOf([phq(phq9, '2026-10-01', 9, null), phq(phq9, '2026-11-15', 9, 1)])).toContain(
    'PHQ-9 item 9 was answered "several days" on 15 Nov and not answered on 1 Oct.',
  );
});

it('two answers of one day are told as such', () => {
  const first = phq(phq9, '2026-11-21', 9, 1);
  expect(updateOf([first, phq(phq9, '2026-11-21', 8, 1)])).toContain(
    'PHQ-9 item 9 was answered "several days" twice on 21 Nov.',
  );
  expect(updateOf([first, phq(phq9, '2026-11-21', 8, 0)])).toContain(
    'PHQ-9 item 9 was answered "not at all" on 21 Nov and "several days" earlier that day.',
  );
});

it('an earlier new form that could not be scored is not passed over', () => {
  const blank: Told = ['2026-11-10', phq9, phq9.items.map(() => null)];
  expect(updateOf([phq(phq9, '2026-11-01', 9, 0), blank, phq(phq9, '2026-11-15', 8, 0)])).toContain(
    'PHQ-9 of 10 Nov could not be scored, 9 of 9 items not answered.',
  );
});

it('no direction is called unclear where none may be judged', () => {
  const rising = [8, 20, 32, 44, 56].map(
    (total, week): Told => [`2026-10-${String(7 * week + 1).padStart(2, '0')}`, cesd, rated(total)],
  );
  expect(updateOf(rising)).toMatch(
    /Over the last 5 CES-D scores: [\d.]+ points per week higher, direction not judged\./,
  );
});

it('a level line of which no direction may be judged is not mentioned', () => {
  const level = ['2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22'].map(
    (day): Told => [day, cesd, rated(20)],
  );
  expect(updateOf(level)).not.toContain('Over the last');
});

it('an event of the day of the last look is told, as that day is in the practice', () => {
  const brief = briefAt(inWinter('2026-11-23', '18:58'), {
    responses: responsesOf([phq(phq9, '2026-11-01', 9, 0)]),
    lastLookedAt: inWinter('2026-11-18', '21:00'),
    events: [
      { eventId: 'one', on: CalendarDate.parse('2026-11-18'), kind: 'other', label: 'New job' },
    ],
  });
  expect(compose(brief, chartRequest('narrative')).text).toContain('"New job" (event), 18 Nov');
});

it('an improvement after a day is one of one day', () => {
  const text = compose(
    briefAt(inWinter('2026-11-23', '18:58'), {
      responses: responsesOf([phq(phq9, '2026-11-01', 20, 0), phq(phq9, '2026-11-02', 9, 0)]),
    }),
    { ...chartRequest('narrative'), length: 'full' },
  ).text;
  expect(text).toContain('reliable improvement since 2 Nov, 1 day after baseline');
});

/** CES-D answers of about a total, the same to every question as it is scored. */
function rated(total: number): number[] {
  const each = Math.round(total / 20);
  return cesd.items.map(({ number }) =>
    cesd.reverseItems.some((reverse) => reverse === number) ? 3 - each : each,
  );
}
