import { interpret } from '#shared/brief/interpret.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { addDays, type CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { factsAt } from '#test/unit/shared/a-brief.ts';
import { aResponse } from '#test/unit/shared/a-history.ts';
import { wavingAnswers } from './waving-answers.ts';

const MEASURES: readonly Instrument[] = [phq9, gad7, pcl5];
const FIRST = '2020-01-06' as CalendarDate;

/** How long one client's long history takes, in microseconds. */
export interface LongBriefFigures {
  readonly responses: number;
  readonly lines: number;
  /** Facts to brief: every line with its trajectory. */
  readonly interpretMicroseconds: number;
  /** Brief to the chart's narrative. */
  readonly composeMicroseconds: number;
}

/** Facts of a client with so many responses to three measures, one every few days for years. */
export function longFacts(responses: number): BriefFacts {
  return factsAt(Instant.parse('2026-11-20T18:58:00.000Z'), {
    client: { ...factsAt(Instant.parse('2026-11-20T18:58:00.000Z')).client, inCareSince: FIRST },
    responses: Array.from({ length: responses }, (_, index) => {
      const measure = MEASURES[index % MEASURES.length] ?? phq9;
      const on = addDays(FIRST, Math.floor(index / MEASURES.length) * 7);
      return aResponse(measure, wavingAnswers(measure, index), { number: index + 1, on });
    }),
  });
}

/**
 * Interprets and composes a client's long history `rounds` times after a warm-up, and says the median
 * of each. `now` is a clock in milliseconds with fractions.
 */
export function measureLongBrief(
  responses: number,
  rounds: number,
  now: () => number,
): LongBriefFigures {
  const facts = longFacts(responses);
  const brief = interpret(facts);
  const request = chartRequest('narrative');
  const interpreting = medianMicroseconds(() => interpret(facts), rounds, now);
  const composing = medianMicroseconds(() => compose(brief, request), rounds, now);
  return {
    responses,
    lines: brief.measures.length,
    interpretMicroseconds: interpreting,
    composeMicroseconds: composing,
  };
}

function medianMicroseconds(work: () => unknown, rounds: number, now: () => number): number {
  for (let round = 0; round < rounds; round += 1) work();
  const times = Array.from({ length: rounds }, () => {
    const begun = now();
    work();
    return (now() - begun) * 1000;
  }).toSorted((one, other) => one - other);
  return Math.round(times[Math.floor(rounds / 2)] ?? 0);
}
