import { describe, expect, it } from 'vitest';
import type { UpdateRequest } from '#shared/contracts/update.ts';
import { cssrsScreener } from '#shared/instruments/data/cssrs_screener.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { briefAt, inWinter, phq, responsesOf, type Told } from '../a-brief.ts';

/** The Update since a look, of alerts that somebody else has dealt with. */
function since(lastLook: string, story: readonly Told[], asked: Partial<UpdateRequest> = {}) {
  const brief = briefAt(inWinter('2026-11-20', '18:58'), {
    responses: responsesOf(story),
    lastLookedAt: inWinter(lastLook, '09:00'),
  });
  return compose(brief, { ...chartRequest('narrative'), ...asked }).text;
}

describe('a screen that found something before it found nothing', () => {
  const screens: readonly Told[] = [
    ['2026-11-10', cssrsScreener, [1, 1, 1, 1, 0, 0, null]],
    ['2026-11-19', cssrsScreener, [0, 0, null, null, null, 0, null]],
  ];
  const finding = 'C-SSRS Screener of 10 Nov: "high risk"';
  const answer = 'C-SSRS Screener item 4 was answered "yes" on 10 Nov';

  it.each(['line', 'standard', 'full'] as const)('is in the %s text while it is new', (length) => {
    const text = since('2026-11-01', screens, { length });
    expect(text).toContain(finding);
    expect(text).toContain(answer);
  });

  it('is not repeated once it was seen', () => {
    const text = since('2026-11-15', screens);
    expect(text).not.toContain(finding);
    expect(text).not.toContain(answer);
  });
});

describe('the text of one line', () => {
  it('tells a positive answer that nobody has read, though the newest is another', () => {
    const story = [phq(phq9, '2026-11-10', 12, 2), phq(phq9, '2026-11-17', 12, 0)];
    const told = 'item 9 was answered "not at all" on 17 Nov and "more than half the days"';
    expect(since('2026-11-01', story, { length: 'line' })).toContain(told);
    expect(since('2026-11-12', story, { length: 'line' })).not.toContain('item 9');
  });

  it('says to which question earlier answers belong', () => {
    const story = [
      phq(phq9, '2026-11-03', 12, 2),
      phq(phq9, '2026-11-10', 12, 0),
      phq(phq9, '2026-11-17', 12, 0),
    ];
    expect(since('2026-11-01', story, { length: 'line' })).toContain(
      'PHQ-9 item 9, earlier positive answers: 1, last on 3 Nov',
    );
  });
});
