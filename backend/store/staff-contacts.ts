import { and, asc, eq } from 'drizzle-orm';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { staff, staffContact } from './schema.ts';

/** Where somebody of the practice is told that something waits. */
export interface StaffContact {
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
}

/** Somebody who works in the practice now, with their addresses. */
export interface StaffAddress extends StaffContact {
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly role: 'clinician' | 'admin';
}

/** Addresses of the practice's people. They belong to each of them, and nobody else sets them. */
export class StaffContactRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Somebody's addresses; none where they have set none. */
  async of(staffId: StaffId): Promise<StaffContact> {
    const [row] = await this.#care.db
      .select({ email: staffContact.email, phone: staffContact.phone })
      .from(staffContact)
      .where(
        and(
          eq(staffContact.practiceId, this.#care.scope.practiceId),
          eq(staffContact.staffId, staffId),
        ),
      );
    return row ?? { email: null, phone: null };
  }

  /** Sets somebody's addresses in the place of those before. */
  async put(staffId: StaffId, { email, phone }: StaffContact): Promise<void> {
    const { practiceId, now } = this.#care.scope;
    await this.#care.db
      .insert(staffContact)
      .values({ practiceId, staffId, email, phone, changedAt: now })
      .onConflictDoUpdate({
        target: [staffContact.practiceId, staffContact.staffId],
        set: { email, phone, changedAt: now },
      });
  }

  /** Everybody who works in the practice now, by name. */
  async all(): Promise<readonly StaffAddress[]> {
    return this.#care.db
      .select({
        staffId: staff.staffId,
        displayName: staff.displayName,
        role: staff.role,
        email: staffContact.email,
        phone: staffContact.phone,
      })
      .from(staff)
      .leftJoin(
        staffContact,
        and(eq(staffContact.practiceId, staff.practiceId), eq(staffContact.staffId, staff.staffId)),
      )
      .where(and(eq(staff.practiceId, this.#care.scope.practiceId), eq(staff.active, true)))
      .orderBy(asc(staff.displayName), asc(staff.staffId));
  }
}
