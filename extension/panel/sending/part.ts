import type { Sendings } from '#shared/contracts/between-procedures.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { PanelActions } from '../actions.ts';
import type { SendingState } from './use-sendings.ts';
import type { Told } from './words.ts';

/** What every part of the sending screen is drawn from. */
export interface SendingProps {
  readonly sendings: Sendings;
  readonly facts: BriefFacts;
  readonly told: Told;
  readonly state: SendingState;
  readonly actions: Pick<PanelActions, 'sending' | 'copy'>;
}
