import type { CouplePage } from '#shared/contracts/couple-procedures.ts';
import type { PanelActions } from '../actions.ts';
import type { Screen } from '../state/screen.ts';

/** What a page about two people is drawn with. */
export interface CoupleChartProps {
  readonly page: CouplePage;
  /** What is said where they are no couple of ours. */
  readonly notice: Extract<Screen, { kind: 'severalPeople' }>;
  readonly now: Date;
  readonly actions: PanelActions;
}
