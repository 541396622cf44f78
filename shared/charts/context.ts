import type { Alert } from '../contracts/alert.ts';
import type { Brief } from '../contracts/brief.ts';
import type { CalendarDate } from '../contracts/calendar.ts';
import type { CareEvent } from '../contracts/care-event.ts';
import type { MeasureTrend } from '../contracts/measure-line.ts';
import type { Size } from './instructions.ts';

/** A result that came after the session, as `Brief.later` lists it. */
export interface LaterScore {
  readonly on: CalendarDate;
  readonly displayed: number | null;
}

/** What a chart shows besides the line itself. */
export interface ChartContext {
  /** Of the whole drawing; meant for 240 by 90 and more. */
  readonly size: Size;
  /** In the practice's zone. Dates of the same year are said without it. */
  readonly today: CalendarDate;
  readonly events: readonly CareEvent[];
  /** The day of the session that is documented; null for "as of now". */
  readonly sessionOn: CalendarDate | null;
  readonly later: readonly LaterScore[];
  /** `responseId` of answers that an alert rests on; they are always drawn. */
  readonly named: ReadonlySet<string>;
}

/** The context of one line of a brief. A later `sessionOn` than the line's last score marks none. */
export function chartContext(
  brief: Brief,
  trend: MeasureTrend,
  size: Size,
  sessionOn = brief.sessionOn,
): ChartContext {
  return {
    size,
    today: brief.asOfDate,
    events: brief.events,
    sessionOn,
    later: (brief.later?.scores ?? []).filter(({ measureId }) => measureId === trend.measureId),
    named: responsesNamed([...brief.openAlerts, ...brief.alertsSinceLook]),
  };
}

/** Every answer that some alerts rest on. */
export function responsesNamed(alerts: readonly Alert[]): ReadonlySet<string> {
  return new Set(alerts.flatMap(({ evidence }) => idsIn(evidence)));
}

/** Evidence differs by rule; a response is named `responseId` in all of it. */
function idsIn(evidence: unknown): string[] {
  if (Array.isArray(evidence)) return evidence.flatMap(idsIn);
  if (typeof evidence !== 'object' || evidence === null) return [];
  return Object.entries(evidence).flatMap(([member, value]) =>
    member === 'responseId' && typeof value === 'string' ? [value] : idsIn(value),
  );
}
