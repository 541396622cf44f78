import { describe, expect, it } from 'vitest';
import { dayOf, fingerprint, newestResponseIn, responsesIn } from '#shared/alerts/evidence.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import { addDays, type Instant } from '#shared/contracts/calendar.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
import { FIRST_DAY, responseId } from '../a-history.ts';
import { changed, scorePoint } from './an-alert.ts';

const day = (days: number) => addDays(FIRST_DAY, days);
const answer = (number: number, days: number) => ({
  responseId: responseId(number),
  on: day(days),
  value: 1,
  label: 'Several days',
});
const screened = (number: number, days: number) => ({
  responseId: responseId(number),
  on: day(days),
  finding: 'low',
  label: 'low risk',
});
const administration = (number: number) =>
  `00000000-0000-7000-8000-0000000000c${number}` as AdministrationId;

const pair = { from: scorePoint(1, 8), to: scorePoint(2, 14, 14), points: 6 };
const run = [1, 2, 3, 4].map((number) => scorePoint(number, number, 7 * number));
const KINDS: readonly (readonly [AlertEvidence, responses: readonly number[], days: number])[] = [
  [{ kind: 'safetyAnswer', item: 9, now: answer(2, 14), before: null }, [2], 14],
  [{ kind: 'safetyAnswer', item: 9, now: answer(2, 14), before: answer(1, 0) }, [1, 2], 14],
  [{ kind: 'screen', now: screened(2, 14), before: null }, [2], 14],
  [{ kind: 'screen', now: screened(2, 14), before: screened(1, 0) }, [1, 2], 14],
  [changed(1, 2), [1, 2], 14],
  [{ kind: 'rises', run, points: 3, threshold: 3 }, [1, 2, 3, 4], 28],
  [{ kind: 'slope', run, perWeek: 1, standardError: 0, threshold: 3 }, [1, 2, 3, 4], 28],
  [{ kind: 'relapse', baseline: scorePoint(9, 18, -7), ...pair, threshold: 6 }, [9, 1, 2], 14],
  [
    { kind: 'coupleGap', one: scorePoint(1, 9, 3), other: scorePoint(2, 1), gap: 8, threshold: 7 },
    [1, 2],
    3,
  ],
  [{ kind: 'milestone', which: 'remission', ...pair, threshold: 5 }, [1, 2], 14],
  [
    {
      kind: 'validity',
      responseId: responseId(5),
      on: day(3),
      answered: 9,
      longestRun: null,
      spread: null,
      seconds: 3,
      threshold: 2,
    },
    [5],
    3,
  ],
];

const missed = (
  concern: 'clinicalScore' | null,
  asOf: number,
  ...which: number[]
): AlertEvidence => ({
  kind: 'missed',
  missed: which.map((number) => ({ administrationId: administration(number), dueOn: day(number) })),
  completed: 0,
  due: which.length,
  concern,
  asOf: day(asOf),
  at: `${day(asOf)}T06:00:00.000Z` as Instant,
});

const item = (number: number): AlertEvidence => ({
  kind: 'safetyAnswer',
  item: number,
  now: answer(2, 14),
  before: null,
});

const milestone = (which: 'remission' | 'reliableImprovement'): AlertEvidence => ({
  kind: 'milestone',
  which,
  ...pair,
  threshold: 5,
});

describe('what evidence is about', () => {
  it.each(KINDS)('$kind', (evidence, responses, days) => {
    expect(responsesIn(evidence)).toEqual(responses.map(responseId));
    expect(newestResponseIn(evidence)).toBe(responseId(responses.at(-1) ?? 0));
    expect(dayOf(evidence)).toBe(day(days));
  });

  it('is no answer where check-ins were missed', () => {
    expect(responsesIn(missed(null, 9, 1, 2))).toEqual([]);
    expect(newestResponseIn(missed(null, 9, 1, 2))).toBeNull();
    expect(dayOf(missed(null, 9, 1, 2))).toBe(day(9));
  });
});

describe('evidence is the same', () => {
  it('for the same answers, and another for any other', () => {
    const prints = KINDS.filter(([{ kind }]) => kind === 'safetyAnswer' || kind === 'change').map(
      ([evidence]) => fingerprint(evidence),
    );
    expect(new Set(prints).size).toBe(prints.length);
    expect(fingerprint(changed(1, 2))).toBe(fingerprint(changed(1, 2, 'baseline')));
    expect(fingerprint(changed(1, 2))).not.toBe(fingerprint(changed(3, 2)));
  });

  it('for one item, and one milestone', () => {
    expect(fingerprint(item(9))).not.toBe(fingerprint(item(8)));
    expect(fingerprint(milestone('remission'))).not.toBe(
      fingerprint(milestone('reliableImprovement')),
    );
  });

  it('for missed check-ins until another is missed or a concern arises', () => {
    const before = fingerprint(missed(null, 9, 1, 2));
    expect(fingerprint(missed(null, 10, 2))).toBe(before);
    expect(fingerprint(missed(null, 10, 1, 2, 3))).not.toBe(before);
    expect(fingerprint(missed('clinicalScore', 9, 1, 2))).not.toBe(before);
  });
});
