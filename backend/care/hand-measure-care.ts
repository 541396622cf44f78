import type { Caller } from '#backend/access/caller.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { HandFault } from '#shared/measures/by-hand.ts';
import type { WordsFault } from './hand-measure-words.ts';
import type { Signed } from './practice-care.ts';

/** A measure for totals entered by hand, as it stands. */
export interface PracticeHandMeasure {
  readonly measure: HandMeasure;
  /** 1, 2, 3 ... with every statement. */
  readonly edition: number;
  /** Who took it out of use; null while totals can be entered. */
  readonly retired: Signed | null;
}

/** A measure for totals entered by hand, as somebody wants to state it. */
export interface WantedHandMeasure {
  readonly measure: Omit<HandMeasure, 'version'>;
  /** `PracticeHandMeasure.edition` that was on screen; 0 for a measure that is stated for the first time. */
  readonly seenEdition: number;
}

/**
 * Why a statement is not kept. `outdated`: it was stated otherwise meanwhile. `taken`: a measure of
 * this id is there already. `retired`: it is out of use. `malformed`: outside what the contract takes.
 */
export type StateRefusal = 'outdated' | 'taken' | 'retired' | 'malformed' | HandFault | WordsFault;

/** Measures that the product may not ship, as the practice states them. Nothing is about a client. */
export interface HandMeasureCare {
  /** The newest statement of each, by name. */
  readonly statedMeasures: (caller: Caller) => Promise<readonly PracticeHandMeasure[]>;
  /** One of them; null when the practice has stated none of this id. */
  readonly statedMeasure: (caller: Caller, id: string) => Promise<PracticeHandMeasure | null>;
  /**
   * States a measure, which makes a new version when range, direction or bands change. The same again
   * changes nothing.
   */
  readonly stateMeasure: (
    caller: Caller,
    wanted: WantedHandMeasure,
  ) => Promise<Result<HandMeasure, StateRefusal>>;
  /**
   * Takes a measure out of use, or back into use. Totals that were entered stay and can be corrected.
   * Idempotent. `outdated`: it was stated otherwise at the same moment.
   */
  readonly useMeasure: (
    caller: Caller,
    id: string,
    inUse: boolean,
  ) => Promise<Result<null, 'notFound' | 'outdated'>>;
}
