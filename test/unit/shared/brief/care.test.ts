import { expect, it } from 'vitest';
import { divideAt } from '#shared/brief/as-of.ts';
import { careFacts } from '#shared/brief/care.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { OQ45 } from '#test/support/recorded.ts';

const entry = (id: number, on: string, supersedes?: number) => ({
  responseId: inventedId(id),
  handMeasureId: OQ45.id,
  handMeasureVersion: OQ45.version,
  on,
  enteredAt: `2026-11-1${id}T12:00:00.000Z`,
  total: 71,
  ...(supersedes === undefined ? {} : { supersedes: inventedId(supersedes) }),
});

/** Facts of a client of whom these totals were entered, and nothing else. */
function withTotals(...handTotals: readonly object[]): BriefFacts {
  const own = { forms: [], responses: [], handMeasures: [OQ45], handTotals };
  return BriefFacts.parse({ ...inventedFacts({ lines: [] }), own });
}

it('a total by hand tells of contact on its day', () => {
  expect(careFacts(withTotals(entry(1, '2026-06-02'))).contactOn).toEqual(['2026-06-02']);
});

it('once corrected to another day, and that one again, on the last one alone', () => {
  const facts = withTotals(
    entry(1, '2026-06-02'),
    entry(2, '2026-09-02', 1),
    entry(3, '2026-10-02', 2),
  );
  expect(careFacts(facts).contactOn).toEqual(['2026-10-02']);
});

it('as of a session before the day that it was corrected to, it had not been answered', () => {
  const facts = withTotals(entry(1, '2026-06-02'), entry(2, '2026-09-02', 1));
  const { until, after } = divideAt(facts, '2026-07-01' as CalendarDate);
  expect([until.own?.handTotals.length, after.own?.handTotals.length]).toEqual([0, 2]);
  expect(careFacts(until).contactOn).toEqual([]);
});
