import { and, eq, gt, isNull } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { AdministrationId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { keepBeat, lastBeat } from './beats.ts';
import { removeExpired } from './expired.ts';
import { openSessions } from './open-sessions.ts';
import type { Reach } from './reach.ts';
import { portalLink, practiceEntry, session, user } from './schema.ts';

/** Where a client's link leads. */
export interface PortalLink {
  readonly practiceId: PracticeId;
  readonly administrationId: AdministrationId;
  readonly expiresAt: Instant;
}

/** The member of staff behind a session. */
export interface SessionOwner {
  readonly practiceId: PracticeId;
  readonly staffId: StaffId;
  readonly expiresAt: Date;
}

/** What can be found before the practice is known. */
export type DirectoryRepository = ReturnType<typeof directoryRepository>;

/** The directory behind a guard: every call throws AppError `busy` when the server is away. */
export function reachable(directory: DirectoryRepository, reach: Reach): DirectoryRepository {
  return {
    portalLink: (...asked) => reach(() => directory.portalLink(...asked)),
    memberAt: (...asked) => reach(() => directory.memberAt(...asked)),
    session: (...asked) => reach(() => directory.session(...asked)),
    openSessions: (...asked) => reach(() => directory.openSessions(...asked)),
    practices: () => reach(() => directory.practices()),
    beat: (...asked) => reach(() => directory.beat(...asked)),
    beatOf: (name) => reach(() => directory.beatOf(name)),
    prune: (...asked) => reach(() => directory.prune(...asked)),
  };
}

/** Finds the practice when only a link's hash or a sign-in is known. Holds nothing about health. */
export function directoryRepository(db: NodePgDatabase) {
  return {
    /** Where an open link leads; null when unknown, expired or revoked, without saying which. */
    async portalLink(tokenHash: string, now: Instant): Promise<PortalLink | null> {
      const [row] = await db
        .select({
          practiceId: portalLink.practiceId,
          administrationId: portalLink.administrationId,
          expiresAt: portalLink.expiresAt,
        })
        .from(portalLink)
        .where(
          and(
            eq(portalLink.tokenHash, tokenHash),
            gt(portalLink.expiresAt, now),
            isNull(portalLink.revokedAt),
          ),
        );
      return row ?? null;
    },

    /** Whose sign-in has an e-mail address, in lower case; null when nobody's has. */
    async memberAt(
      email: string,
    ): Promise<{ readonly practiceId: PracticeId; readonly staffId: StaffId } | null> {
      const [row] = await db
        .select({ practiceId: user.practiceId, staffId: user.staffId })
        .from(user)
        .where(eq(user.email, email));
      return row ?? null;
    },

    /** Whom a session speaks for, and until when, by its token's fingerprint; null when unknown. */
    async session(tokenFingerprint: string): Promise<SessionOwner | null> {
      const [row] = await db
        .select({
          practiceId: user.practiceId,
          staffId: user.staffId,
          expiresAt: session.expiresAt,
        })
        .from(session)
        .innerJoin(user, eq(user.id, session.userId))
        .where(eq(session.token, tokenFingerprint));
      return row ?? null;
    },

    /** As {@link openSessions}. */
    openSessions: (tokenFingerprints: readonly string[], now: Instant) =>
      openSessions(db, tokenFingerprints, now),

    /** Every practice there is, oldest first: jobs visit them in turn. */
    async practices(): Promise<readonly PracticeId[]> {
      const rows = await db
        .select({ practiceId: practiceEntry.practiceId })
        .from(practiceEntry)
        .orderBy(practiceEntry.createdAt);
      return rows.map(({ practiceId }) => practiceId);
    },

    /** As {@link keepBeat}. */
    beat: (name: string, at: Instant) => keepBeat(db, name, at),

    /** As {@link lastBeat}. */
    beatOf: (name: string) => lastBeat(db, name),

    /** As {@link removeExpired}. */
    prune: (now: Instant, limit: number) => removeExpired(db, now, limit),
  };
}
