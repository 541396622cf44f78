import { measureLine } from '#shared/brief/line.ts';
import { PLAIN } from '#shared/brief/sources.ts';
import type { ChartContext } from '#shared/charts/context.ts';
import { drawing } from '#shared/charts/drawing.ts';
import type { Drawing } from '#shared/charts/instructions.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { CareFacts } from '#shared/contracts/episode.ts';
import type { Measure } from '#shared/contracts/measure.ts';
import type { LineRole, MeasureTrend } from '#shared/contracts/measure-line.ts';
import type { Observation } from '#shared/contracts/observation.ts';
import { measure } from '#shared/measures/lookup.ts';
import { IN_CARE } from '#test/support/a-line.ts';

/** The PHQ-9 as a line has it. */
export const PHQ9 = known('phq9');

/** A measure of the library. */
export function known(id: string): Measure {
  const found = measure(id);
  if (found === null) throw new Error(`no such measure: ${id}`);
  return found;
}

/** What a line is told with besides its scores. */
export interface Told {
  readonly measure?: Measure | null;
  readonly role?: LineRole;
  readonly care?: CareFacts;
  readonly external?: MeasureTrend['external'];
  /** The day before which answers were left out. */
  readonly heldSince?: CalendarDate;
}

/** One line as a brief has it, of invented scores. */
export function aTrend(observations: readonly Observation[], told: Told = {}): MeasureTrend {
  const of = told.measure === undefined ? PHQ9 : told.measure;
  const id = of?.instrumentId ?? 'unknown';
  const line = measureLine(
    {
      measureId: of?.id ?? 'unknown',
      instrumentId: id,
      name: of?.shortTitle ?? 'Unknown',
      role: told.role ?? 'total',
      measure: of,
      recallDays: null,
      observations,
      details: new Map(observations.map(({ responseId }) => [responseId, PLAIN])),
      count: observations.length,
    },
    {
      care: told.care ?? IN_CARE,
      lastLookedAt: null,
      external: told.external ?? [],
      held: new Map(told.heldSince === undefined ? [] : [[id, told.heldSince]]),
    },
  );
  if (line === null) throw new Error('a line has answers');
  return line;
}

/** A context with nothing but a size. */
export function contextOf(part: Partial<ChartContext> = {}): ChartContext {
  return {
    size: { width: 368, height: 152 },
    today: '2026-11-20' as CalendarDate,
    events: [],
    sessionOn: null,
    later: [],
    named: new Set(),
    ...part,
  };
}

/** The drawing of an invented line. */
export function drawn(
  observations: readonly Observation[],
  told: Told = {},
  part: Partial<ChartContext> = {},
): Drawing {
  return drawing(aTrend(observations, told), contextOf(part));
}
