import { describe, expect, it } from 'vitest';
import { alertPathOf, type PathFacts } from '#shared/alerts/alert-path.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { AlertPath } from '#shared/contracts/live.ts';

const at = (minute: number) =>
  `2026-11-20T18:${String(minute).padStart(2, '0')}:00.000Z` as Instant;

const WORKS: PathFacts = {
  now: at(58),
  canTellSomebody: true,
  overdue: 0,
  failing: 0,
  dead: 0,
  since: null,
  beatAt: at(57),
  unsentRiskBeatAt: at(40),
};

const told = (over: Partial<PathFacts>) => AlertPath.parse(alertPathOf({ ...WORKS, ...over }));

describe('the way from an alert to a person', () => {
  it('works while nothing is overdue, refused or given up, and something sends', () => {
    expect(told({})).toEqual({ checkedAt: at(58), state: 'works', since: null, deadLetters: 0 });
  });

  it.each([
    ['messages are overdue', { overdue: 2, since: at(40) }, 'late', at(40)],
    ['nothing has gone round for a while', { beatAt: at(55) }, 'late', at(55)],
    ['nothing ever went round', { beatAt: null }, 'late', at(58)],
    ['unsent risk answers were not told for long', { unsentRiskBeatAt: at(32) }, 'late', at(32)],
    ['unsent risk answers never were', { unsentRiskBeatAt: null }, 'late', at(58)],
    ['both are silent', { beatAt: at(50), unsentRiskBeatAt: at(30) }, 'late', at(30)],
    ['messages are refused', { failing: 1, since: at(50) }, 'failing', at(50)],
    ['messages were given up', { dead: 3, since: at(10) }, 'failing', at(10)],
    ['nobody can be told', { canTellSomebody: false }, 'unset', null],
  ] as const)('does not when %s', (_, over, state, since) => {
    expect(told(over)).toMatchObject({ state, since });
  });

  it('is told by what is worst, and counts what was given up in any case', () => {
    const bad = { overdue: 1, failing: 1, dead: 2, since: at(10), beatAt: null };
    expect(told(bad)).toMatchObject({ state: 'failing', deadLetters: 2 });
    expect(told({ ...bad, canTellSomebody: false })).toMatchObject({
      state: 'unset',
      deadLetters: 2,
    });
  });

  it('is not late for the two rounds in which unsent risk answers have to be told', () => {
    expect(told({ unsentRiskBeatAt: at(33) }).state).toBe('works');
  });

  it('is not late for the two minutes that a round may take', () => {
    expect(told({ beatAt: at(56) }).state).toBe('works');
  });
});
