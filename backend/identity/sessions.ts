import type { Role } from '#backend/access/caller.ts';
import type { PracticeId, StaffId } from '#shared/contracts/ids.ts';

/** How long a session is believed without asking the database again, in milliseconds. */
export const BELIEVED_FOR = 3_000;

/** More sessions than this are not remembered; the oldest is asked for again. */
const REMEMBERED = 10_000;

/** A session that counts: not expired, and its owner is active. */
export interface Session {
  readonly practiceId: PracticeId;
  readonly staffId: StaffId;
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Looks a session up by its token; null when it does not count. */
export type FindSession = (token: string) => Promise<Session | null>;

/** Who a token speaks for, asked of the database at most every three seconds. */
export interface Sessions {
  readonly of: FindSession;
  /** Forgets a token at once, because it was revoked. */
  readonly forget: (token: string) => void;
  /** Forgets everything about a member of staff at once, because they were switched off. */
  readonly forgetStaff: (staffId: StaffId) => void;
}

/**
 * Remembers sessions in this process for {@link BELIEVED_FOR}. Another process's revocation takes
 * effect when that time is over (the requirement is five seconds); our own at once. Unknown tokens
 * are never remembered, so guessing fills nothing.
 */
export function createSessions(find: FindSession, now: () => number): Sessions {
  const remembered = new Map<string, { readonly session: Session; readonly until: number }>();
  // What was found before a revocation may be what was revoked: it is used once, not remembered.
  let revocations = 0;

  function remember(token: string, session: Session, askedAt: number): void {
    const [oldest] = remembered.keys();
    if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(token, { session, until: Math.min(askedAt + BELIEVED_FOR, session.expiresAt) });
  }

  async function ask(token: string): Promise<Session | null> {
    const askedAt = now();
    const revocationsBefore = revocations;
    const session = await find(token);
    remembered.delete(token);
    if (session !== null && revocations === revocationsBefore) remember(token, session, askedAt);
    return session;
  }

  return {
    async of(token) {
      const known = remembered.get(token);
      return known !== undefined && now() < known.until ? known.session : ask(token);
    },
    forget(token) {
      revocations += 1;
      remembered.delete(token);
    },
    forgetStaff(staffId) {
      revocations += 1;
      for (const [token, { session }] of remembered) {
        if (session.staffId === staffId) remembered.delete(token);
      }
    },
  };
}
