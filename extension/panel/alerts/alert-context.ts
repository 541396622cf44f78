import type { Brief, BriefFacts } from '#shared/contracts/brief.ts';
import type { OutboxEntry } from '../../messages/worker.ts';
import type { PanelActions } from '../actions.ts';

/** What all cards of a list are drawn with. */
export interface AlertContext {
  readonly brief: Brief;
  readonly facts: BriefFacts;
  /** What waits for the server. */
  readonly waiting: readonly OutboxEntry[];
  readonly now: Date;
  readonly actions: Pick<PanelActions, 'acknowledge' | 'seen' | 'snooze'>;
}
