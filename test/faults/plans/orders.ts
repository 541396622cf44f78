import type { Instant } from '#shared/contracts/calendar.ts';

/** What a backend that keeps plans is told. */
export interface Orders {
  /** Address of the database, with the application's login. */
  readonly database: string;
  /** What its clock shows. */
  readonly now: Instant;
  /** At which write it kills itself, counted from 1; null for a backend that lives. */
  readonly dies: number | null;
}
