import { and, eq, inArray } from 'drizzle-orm';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { account, session, user } from './schema.ts';

/** A sign-in to be made. */
export interface NewSignIn {
  readonly staffId: StaffId;
  readonly displayName: string;
  /** Kept in lower case: an address is one account, however it is typed. */
  readonly email: string;
  /** As better-auth's password hashing gives it. */
  readonly passwordHash: string;
}

/**
 * The sign-ins of the practice's staff. They lie in the directory in better-auth's form; they are
 * written here so that a member of staff, the sign-in and the audit row are one commit.
 */
export class AccountRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Makes a sign-in. False, and nothing made, when the address has one in any practice. */
  async open({ staffId, displayName, email, passwordHash }: NewSignIn): Promise<boolean> {
    const { scope, newId, db } = this.#care;
    const at = new Date(scope.now);
    const dated = { createdAt: at, updatedAt: at };
    const [made] = await db
      .insert(user)
      .values({
        id: newId(),
        name: displayName,
        email: email.toLowerCase(),
        emailVerified: true,
        practiceId: scope.practiceId,
        staffId,
        ...dated,
      })
      .onConflictDoNothing({ target: user.email })
      .returning({ id: user.id });
    if (made === undefined) return false;
    await db.insert(account).values({
      id: newId(),
      userId: made.id,
      accountId: made.id,
      providerId: 'credential',
      password: passwordHash,
      ...dated,
    });
    return true;
  }

  /** The address that each member of staff signs in with. */
  async emails(): Promise<ReadonlyMap<StaffId, string>> {
    const rows = await this.#care.db
      .select({ staffId: user.staffId, email: user.email })
      .from(user)
      .where(eq(user.practiceId, this.#care.scope.practiceId));
    return new Map(rows.map(({ staffId, email }) => [staffId, email]));
  }

  /** Ends every session of a member of staff, in browsers and extensions. */
  async endSessions(staffId: StaffId): Promise<void> {
    const { db, scope } = this.#care;
    const own = db
      .select({ id: user.id })
      .from(user)
      .where(and(eq(user.practiceId, scope.practiceId), eq(user.staffId, staffId)));
    await db.delete(session).where(inArray(session.userId, own));
  }
}
