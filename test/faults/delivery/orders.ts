import type { PracticeId, StaffId } from '#shared/contracts/ids.ts';
import type { Step } from './steps.ts';

/** What a backend that will be killed is told. */
export interface Orders {
  /** Address of the database, with the application's login. */
  readonly database: string;
  /** Address of the relay. */
  readonly relay: string;
  readonly practiceId: PracticeId;
  /** Whose caseload new clients come into. */
  readonly staffId: StaffId;
  /** Clients who answer at the same time; 0 for a backend that only sends. */
  readonly writers: number;
  /** Where it kills itself, and at which time of getting there; null for a backend that lives. */
  readonly dies: { readonly at: Step; readonly nth: number } | null;
  /** Milliseconds that its clock is ahead, so that nobody waits for what a dead one had taken. */
  readonly clockAhead: number;
}
