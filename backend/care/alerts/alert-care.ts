import type { Caller } from '#backend/access/caller.ts';
import type { StandInRow } from '#backend/store/stand-in.ts';
import type { SeenAlerts, UnacknowledgedAlert } from '#shared/contracts/between-procedures.ts';
import type { AlertPath } from '#shared/contracts/live.ts';
import type { Done } from '#shared/contracts/procedures.ts';
import type { Result } from '#shared/contracts/result.ts';

/** Something of another's client that waits, without the client. */
export type StandIn = Pick<StandInRow, 'tier' | 'since' | 'clinicians'>;

/** What becomes of alerts between being opened and being acknowledged. */
export interface AlertCare {
  /** Writes down that alerts stood on the caller's screen. */
  readonly seeAlerts: (caller: Caller, input: SeenAlerts) => Promise<Result<Done, 'notFound'>>;
  /** The alerts of the caller's clients that can't wait and nobody has answered. */
  readonly unacknowledged: (caller: Caller) => Promise<readonly UnacknowledgedAlert[]>;
  /** How many more of such alerts of the caller's clients were put aside. */
  readonly putAside: (caller: Caller) => Promise<number>;
  /** How many forms of the caller's clients were left with a risk answer: no alert speaks of them. */
  readonly unsentRisk: (caller: Caller) => Promise<number>;
  /** What a message has told the caller of that is about others' clients and still waits. */
  readonly standIn: (caller: Caller) => Promise<readonly StandIn[]>;
}

/** How it stands with the way from an alert to a person. */
export interface PathCare {
  readonly alertPath: (caller: Caller) => Promise<AlertPath>;
}
