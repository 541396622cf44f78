import type { Brief, BriefFacts } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import type { PanelActions } from '../actions.ts';
import type { RecordActions } from '../record/actions.ts';

/** What the views of one measure are drawn from. */
export interface MeasureProps {
  readonly measure: MeasureTrend;
  readonly brief: Brief;
  /** The baselines that were chosen for this client. */
  readonly facts: Pick<BriefFacts, 'episodes'>;
  /** The day of the session on screen, scores after which are marked; null where there is none. */
  readonly sessionOn: CalendarDate | null;
  readonly actions: Pick<PanelActions, 'recordPrint'> & {
    readonly record: Pick<RecordActions, 'change'>;
  };
}
