import { and, desc, eq, sql } from 'drizzle-orm';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { EhrId } from '#shared/contracts/ehr.ts';
import type { AdapterMode } from '#shared/contracts/fleet.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { adapterSwitch, staff } from './schema.ts';

/** What was decided about one adapter. */
export interface AdapterDecision {
  readonly ehr: EhrId;
  /** 1, 2, 3 ... */
  readonly version: number;
  readonly mode: AdapterMode;
  readonly reason: string;
}

/** A decision with who took it. */
export interface SignedDecision extends AdapterDecision {
  /** Display name. */
  readonly by: string;
  readonly from: Instant;
}

/** What the practice allows the adapters: every decision that ever was. */
export class AdapterSwitchRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** The newest decision of each adapter that one was taken about. */
  async inForce(): Promise<readonly Pick<AdapterDecision, 'ehr' | 'version' | 'mode'>[]> {
    const { ehr, version, mode } = adapterSwitch;
    return this.#care.db
      .selectDistinctOn([ehr], { ehr, version, mode })
      .from(adapterSwitch)
      .where(eq(adapterSwitch.practiceId, this.#care.scope.practiceId))
      .orderBy(ehr, desc(version));
  }

  /** The newest decisions of each adapter, at most `limit` of each, newest first. */
  async history(limit: number): Promise<readonly SignedDecision[]> {
    const { practiceId, ehr, version, mode, reason, inForceFrom, setBy } = adapterSwitch;
    const newest = sql`(select max(newer.version) from ${adapterSwitch} newer
      where newer.practice_id = ${practiceId} and newer.ehr = ${ehr})`;
    return this.#care.db
      .select({ ehr, version, mode, reason, by: staff.displayName, from: inForceFrom })
      .from(adapterSwitch)
      .innerJoin(staff, and(eq(staff.practiceId, practiceId), eq(staff.staffId, setBy)))
      .where(
        and(
          eq(practiceId, this.#care.scope.practiceId),
          sql`${version} > ${newest} - ${limit}::int`,
        ),
      )
      .orderBy(ehr, desc(version));
  }

  /** Adds a decision, in force from now on; false when another one has this version already. */
  async add(decision: AdapterDecision, by: StaffId): Promise<boolean> {
    const rows = await this.#care.db
      .insert(adapterSwitch)
      .values({
        practiceId: this.#care.scope.practiceId,
        ...decision,
        setBy: by,
        inForceFrom: this.#care.scope.now,
      })
      .onConflictDoNothing()
      .returning({ version: adapterSwitch.version });
    return rows.length > 0;
  }
}
