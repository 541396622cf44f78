import { and, asc, eq } from 'drizzle-orm';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { staff } from './schema.ts';

/** Somebody who works in the practice. */
export interface StaffMember {
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly role: 'clinician' | 'admin';
  /** False once they left: no session of theirs counts any more. */
  readonly active: boolean;
}

const columns = {
  staffId: staff.staffId,
  displayName: staff.displayName,
  role: staff.role,
  active: staff.active,
};

/** The people who work in the practice. */
export class StaffRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Adds a person. */
  async add(member: StaffMember): Promise<void> {
    await this.#care.db.insert(staff).values({
      practiceId: this.#care.scope.practiceId,
      createdAt: this.#care.scope.now,
      ...member,
    });
  }

  /** Switches somebody off. True when they were active until now. */
  async switchOff(staffId: StaffId): Promise<boolean> {
    const rows = await this.#care.db
      .update(staff)
      .set({ active: false })
      .where(and(this.#isOne(staffId), eq(staff.active, true)))
      .returning({ staffId: staff.staffId });
    return rows.length > 0;
  }

  /** Holds everybody of the practice until the transaction ends: what is decided about them stands. */
  async holdAll(): Promise<void> {
    await this.#care.db
      .select({ staffId: staff.staffId })
      .from(staff)
      .where(eq(staff.practiceId, this.#care.scope.practiceId))
      .orderBy(asc(staff.staffId))
      .for('no key update');
  }

  /** Everybody, active or not, by name. */
  async list(): Promise<readonly StaffMember[]> {
    return this.#care.db
      .select(columns)
      .from(staff)
      .where(eq(staff.practiceId, this.#care.scope.practiceId))
      .orderBy(asc(staff.displayName), asc(staff.staffId));
  }

  /** The person, active or not; null when there is none. */
  async find(staffId: StaffId): Promise<StaffMember | null> {
    const [row] = await this.#care.db.select(columns).from(staff).where(this.#isOne(staffId));
    return row ?? null;
  }

  /** Picks one person of the practice. */
  #isOne(staffId: StaffId) {
    return and(eq(staff.practiceId, this.#care.scope.practiceId), eq(staff.staffId, staffId));
  }
}
