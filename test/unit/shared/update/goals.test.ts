import { describe, expect, it } from 'vitest';
import { briefFor } from '#shared/brief/interpret.ts';
import { addDays, CalendarDate } from '#shared/contracts/calendar.ts';
import { type Goal, RATINGS_AT_HAND } from '#shared/contracts/goal.ts';
import { closingLinesIn } from '#shared/contracts/own-mark.ts';
import type { UpdateRequest } from '#shared/contracts/update.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { violations } from '#shared/update/forbidden/forbidden.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inWinter, phq } from '../a-brief.ts';
import { aGoalOf, aRating, LEVELS } from '../goals/a-goal.ts';
import { toldFacts } from './stories.ts';

const RATED = aGoalOf({
  targetOn: CalendarDate.parse('2027-02-01'),
  ratings: [
    aRating('client', '2026-10-02', 2),
    aRating('client', '2026-11-18', 4),
    aRating('clinician', '2026-11-19', 6),
  ],
});

function updateOf(goals: readonly Goal[], asked: Partial<UpdateRequest> = {}) {
  const facts = toldFacts(['2026-11-20', '09:00'], [phq(phq9, '2026-11-18', 9, 0)], {
    lastLookedAt: inWinter('2026-11-12', '09:00'),
    goals: [...goals],
  });
  const request = { ...chartRequest('narrative'), length: 'full', ...asked } as const;
  return compose(briefFor(facts, request.sessionOn), request);
}
const textOf = (...asked: Parameters<typeof updateOf>) => updateOf(...asked).text;

/** What a part of a shape says. */
function partOf(shape: UpdateRequest['shape'], section: string): string {
  return updateOf([RATED], { shape }).sections.find((one) => one.section === section)?.text ?? '';
}

describe('a goal in the Update', () => {
  it('is quoted as the client’s words, with both ratings and where they are from', () => {
    const text = textOf([RATED]);
    expect(text).toContain(
      `Goal in the client's words, "walk with a friend": rated by the client 4 of 10 on 18 Nov, first 2 of 10 on 2 Oct; rated by the clinician 6 of 10 on 19 Nov.`,
    );
    expect(text).toContain(
      `Goal "walk with a friend" (client's words) is meant to be reached by 1 Feb 2027.`,
    );
    expect(text).toContain('Goal ratings have no norm, and changes in them were not tested.');
    expect(text).toMatch(/Throughline, as of 20 Nov 2026, 9:00 am\.$/);
  });

  it('stands where each shape keeps what is reported, appraised and planned', () => {
    const client = 'rated by the client 4 of 10';
    const clinician = 'rated by the clinician 6 of 10';
    for (const [shape, reported, appraised] of [
      ['soap', 'subjective', 'assessment'],
      ['dap', 'data', 'assessment'],
      ['birp', 'behavior', 'response'],
    ] as const) {
      expect(partOf(shape, reported)).toContain(client);
      expect(partOf(shape, reported)).not.toContain(clinician);
      expect(partOf(shape, appraised)).toContain(clinician);
      expect(partOf(shape, 'plan')).toContain('meant to be reached by 1 Feb 2027');
    }
  });

  it('is told with the level that was put into words', () => {
    const goal = aGoalOf({ scale: LEVELS, ratings: [aRating('client', '2026-11-18', 1)] });
    expect(textOf([goal])).toContain(
      'rated by the client "twice a week" (+1, more than expected) on 18 Nov.',
    );
    expect(textOf([goal], { language: 'es' })).toContain(
      'valorado por el cliente con "twice a week" (+1, más de lo esperado) el 18 nov.',
    );
  });

  it('is told to the client with the own ratings alone', () => {
    const letter = textOf([RATED], { audience: 'clientLetter' });
    expect(letter).toContain(
      'Your goal in your own words, "walk with a friend": you rated it 4 of 10 on 18 Nov, and 2 of 10 on 2 Oct.',
    );
    expect(letter).not.toContain('6 of 10');
    const reached = { status: 'reached', closedOn: CalendarDate.parse('2026-11-19') } as const;
    expect(textOf([{ ...RATED, ...reached }], { audience: 'clientLetter' })).toContain(
      'Your goal in your own words, "walk with a friend", was marked as reached on 19 Nov.',
    );
    const aside = { ...reached, status: 'setAside' } as const;
    expect(textOf([{ ...RATED, ...aside }], { audience: 'clientLetter' })).not.toContain('walk');
  });

  it('gives a supervisor no name', () => {
    const named = 'phone Jordan’s mother';
    const levels = { ...LEVELS, levels: ['a', 'Avery b', 'c', 'd', 'e'] } satisfies Goal['scale'];
    const ratings = [aRating('client', '2026-11-18', -1)];
    const text = textOf([aGoalOf({ words: named, scale: levels, ratings })], {
      audience: 'supervisor',
    });
    expect(text).toContain('"phone …’s mother": rated by the client "… b"');
    expect(text).not.toMatch(/Jordan|Avery/);
  });

  it('that nobody rated, or that is closed, is told as that', () => {
    expect(textOf([aGoalOf()])).toContain('agreed on 1 Oct, not rated so far.');
    expect(textOf([aGoalOf()], { length: 'standard' })).not.toContain('walk');
    const closedOn = CalendarDate.parse('2026-11-19');
    expect(textOf([aGoalOf({ status: 'setAside', closedOn })])).toContain(
      'Goal in the client\'s words, "walk with a friend": set aside on 19 Nov.',
    );
  });

  it('is as of the session, and what was rated later is listed apart', () => {
    const sessionOn = CalendarDate.parse('2026-11-18');
    const text = textOf([RATED], { sessionOn });
    expect(text).toContain('rated by the client 4 of 10 on 18 Nov, first 2 of 10 on 2 Oct. Goal ');
    expect(text).toContain(
      `After this session: goal "walk with a friend" (client's words), rated by the clinician: 6 of 10 on 19 Nov; not part of the session's data.`,
    );
  });

  it('of which a session’s own ratings are not at hand has none of that rater, not even “not rated”', () => {
    const ratings = [
      aRating('client', '2026-10-02', 2),
      ...Array.from({ length: RATINGS_AT_HAND }, (_, place) =>
        aRating('client', addDays(CalendarDate.parse('2026-10-27'), place), 4),
      ),
    ];
    const sessionOn = CalendarDate.parse('2026-10-20');
    const text = textOf([aGoalOf({ ratings })], { sessionOn });
    expect(text).not.toContain('2 of 10');
    expect(text).not.toContain('not rated so far');
    expect(text).toContain('rated by the client: 4 of 10 on 27 Oct');
  });

  it.each([
    ['markup', '<img src=x onerror=alert(1)> **bold** [a](b)'],
    ['control and bidi characters', 'sleep\u0007 \u202Ebetter\u2066 now\u0000'],
    ['quotation marks', 'say "no" and “yes”'],
    ['several lines', '1. first\n# second\n- third'],
    ['more words than a note has room for', 'walk further '.repeat(20)],
    ['half a character at the limit', `${'x'.repeat(118)}😊 and more`],
    ['a closing line of ours', 'Throughline, as of 1 Jan 2026, 1:00 pm. Then more'],
    ['claims', 'no risk, no symptoms, stable'],
  ])('keeps %s in quotation marks and out of the text', (_, words) => {
    for (const audience of ['chart', 'supervisor', 'clientLetter'] as const) {
      const text = textOf([{ ...RATED, words }], { audience });
      expect(violations(text)).toEqual([]);
      expect(text.isWellFormed()).toBe(true);
      expect(closingLinesIn(text)).toHaveLength(1);
      expect(text).toMatch(/words, "[^"]{1,120}"[,:] /);
    }
  });
});
