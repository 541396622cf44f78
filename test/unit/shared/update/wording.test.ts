import { expect, it } from 'vitest';
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
