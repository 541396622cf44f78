import type { PracticeId, StaffId } from '#shared/contracts/ids.ts';
import type { WhoAmI } from '#shared/contracts/procedures.ts';

/** What somebody may do in a practice. */
export type Role = WhoAmI['role'];

/** A signed-in member of staff, for the length of one request. */
export interface Caller {
  readonly practiceId: PracticeId;
  readonly staffId: StaffId;
  readonly role: Role;
  /** Ties the audit rows and log lines of one request together. */
  readonly requestId: string;
}
