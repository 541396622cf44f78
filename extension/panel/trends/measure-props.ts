import type { Brief } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import type { PanelActions } from '../actions.ts';

/** What the views of one measure are drawn from. */
export interface MeasureProps {
  readonly measure: MeasureTrend;
  readonly brief: Brief;
  /** The day of the session on screen; null where the page is about none. */
  readonly sessionOn: CalendarDate | null;
  readonly actions: Pick<PanelActions, 'recordPrint'>;
}
