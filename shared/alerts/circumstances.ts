import type { CareFacts } from '../contracts/episode.ts';
import type { ResponseId } from '../contracts/ids.ts';
import type { RuleSettings } from '../contracts/rule-settings.ts';

/** What rules depend on besides the answers; all of it may be left out. */
export interface Circumstances {
  /**
   * The response to judge, where it need not be the one that was submitted last: of two sent at one
   * moment either may be written first, and neither may go unjudged.
   */
  readonly judged?: ResponseId;
  /** What the practice has set; its absence means the defaults. */
  readonly settings?: RuleSettings;
  /** Other beginnings and endings of care, and baselines that the clinician chose. */
  readonly care?: Omit<CareFacts, 'inCareSince'>;
  /** Seconds from the first to the last answer of a response, where they are known. */
  readonly seconds?: ReadonlyMap<ResponseId, number>;
}
