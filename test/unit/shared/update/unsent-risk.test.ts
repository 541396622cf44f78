import { expect, it } from 'vitest';
import type { CheckIn } from '#shared/contracts/brief.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { aCheckIn, briefAt, inWinter } from '../a-brief.ts';

const opened = inWinter('2026-11-12', '21:40');
const left = (unsentRiskAnswer: CheckIn['unsentRiskAnswer']) =>
  briefAt(inWinter('2026-11-20', '18:58'), {
    checkIns: [
      aCheckIn(phq9, '2026-11-11', '2026-11-18', {
        openedAt: opened,
        answeredItems: 9,
        unsentRiskAnswer,
      }),
    ],
  });

const SENTENCE = 'PHQ-9 opened 12 Nov, not sent; item 9 was answered "several days" on it.';

it('a positive risk answer on a form that was never sent is told in both shapes', () => {
  const brief = left({ item: 9, value: 1, answeredAt: opened });
  expect(compose(brief, chartRequest('narrative')).text).toContain(SENTENCE);
  expect(compose(brief, chartRequest('soap')).sections[0]?.text).toContain(SENTENCE);
});

it('nothing is told of a form left without one', () => {
  expect(compose(left(null), chartRequest('narrative')).text).not.toContain('item 9');
});
