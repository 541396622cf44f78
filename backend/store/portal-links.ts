import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
import type { Postponement } from './administrations.ts';
import type { Care } from './care.ts';
import { portalLink } from './schema.ts';

/**
 * The links that lead to the practice's check-ins. They lie in the directory, where they are found
 * by their hash alone; they are written here, in the transaction of what they lead to.
 */
export class PortalLinkRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Remembers a link by the SHA-256 (hexadecimal) of its secret. */
  async add(
    tokenHash: string,
    to: { readonly administrationId: AdministrationId; readonly expiresAt: Instant },
  ): Promise<void> {
    const { practiceId } = this.#care.scope;
    await this.#care.db.insert(portalLink).values({ tokenHash, practiceId, ...to });
  }

  /**
   * Gives the links to an administration so many days more that led there at a moment, on the practice's
   * clocks; those that had ended by then, or were taken back, stay so.
   */
  async postpone(
    administrationId: AdministrationId,
    { openAt, days, timeZone }: Postponement,
  ): Promise<void> {
    const { expiresAt } = portalLink;
    const later = sql`make_interval(days => ${days}::int)`;
    await this.#care.db
      .update(portalLink)
      .set({
        expiresAt: sql`(${expiresAt} at time zone ${timeZone} + ${later}) at time zone ${timeZone}`,
      })
      .where(
        and(
          eq(portalLink.practiceId, this.#care.scope.practiceId),
          eq(portalLink.administrationId, administrationId),
          gt(expiresAt, openAt),
        ),
      );
  }

  /** Takes one link back; others to the same administration still lead there. */
  async revokeOne(tokenHash: string): Promise<void> {
    const { practiceId, now } = this.#care.scope;
    await this.#care.db
      .update(portalLink)
      .set({ revokedAt: now })
      .where(
        and(
          eq(portalLink.practiceId, practiceId),
          eq(portalLink.tokenHash, tokenHash),
          isNull(portalLink.revokedAt),
        ),
      );
  }

  /** Takes every link to an administration back: from now on they lead nowhere. True where there were any. */
  async revoke(administrationId: AdministrationId): Promise<boolean> {
    const { practiceId, now } = this.#care.scope;
    const rows = await this.#care.db
      .update(portalLink)
      .set({ revokedAt: now })
      .where(
        and(
          eq(portalLink.practiceId, practiceId),
          eq(portalLink.administrationId, administrationId),
          isNull(portalLink.revokedAt),
        ),
      )
      .returning({ tokenHash: portalLink.tokenHash });
    return rows.length > 0;
  }
}
