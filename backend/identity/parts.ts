import type { AuditEvent } from '#backend/audit/events.ts';
import type { Store } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Accounts } from './accounts.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Session, Sessions } from './sessions.ts';
import type { TryLimits } from './tries.ts';
import type { Strangers } from './upkeep.ts';

/** What knowing people is built from. */
export interface IdentityDeps {
  readonly accounts: Accounts;
  readonly store: Store;
  readonly limits: TryLimits;
  readonly fingerprint: Fingerprint;
  readonly strangers: Strangers;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/** Whom a session speaks for. */
type SessionOwner = Pick<Session, 'practiceId' | 'staffId'>;

/** What the parts of identity share. */
export interface IdentityParts extends IdentityDeps {
  readonly sessions: Sessions;
  /** Appends an event on behalf of the owner of a session. */
  readonly record: (owner: SessionOwner, requestId: string, event: AuditEvent) => Promise<void>;
  /** Ends a session: its token opens nothing from now on. */
  readonly end: (token: string) => Promise<void>;
}
