import { and, desc, eq } from 'drizzle-orm';
import type * as z from 'zod/mini';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import { EscalationLadder } from '#shared/contracts/ladder.ts';
import { PlanTemplates } from '#shared/contracts/plan.ts';
import { Protocol } from '#shared/contracts/protocol.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { Wording } from '#shared/contracts/wording.ts';
import type { Care } from './care.ts';
import { practice, practiceSetting, staff } from './schema.ts';

/** The contract of each kind of setting. */
const SETTINGS = {
  protocol: Protocol,
  ladder: EscalationLadder,
  wording: Wording,
  planTemplates: PlanTemplates,
};

/** What a practice sets as a whole, each kind with versions of its own. */
type SettingKind = keyof typeof SETTINGS;

/** A setting of a kind, as its contract says. */
type SettingValue<Kind extends SettingKind> = z.infer<(typeof SETTINGS)[Kind]>;

/** A version of a setting, with who made it. */
interface SignedSetting<Kind extends SettingKind> {
  readonly value: SettingValue<Kind>;
  readonly from: Instant;
  /** Display name. */
  readonly by: string;
}

/** What the practice has set: every version that ever was. */
export class PracticeSettingRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /**
   * Keeps all of the practice's settings as they are until the transaction ends, or (`toChange`)
   * everybody away who acts by them.
   */
  async hold(purpose: 'toAct' | 'toChange'): Promise<void> {
    await this.#care.db
      .select({ practiceId: practice.practiceId })
      .from(practice)
      .where(eq(practice.practiceId, this.#care.scope.practiceId))
      .for(purpose === 'toAct' ? 'key share' : 'update');
  }

  /** The version in force; null where the practice never set this kind. */
  async newest<Kind extends SettingKind>(kind: Kind): Promise<SignedSetting<Kind> | null> {
    const [newest] = await this.history(kind, 1);
    return newest ?? null;
  }

  /** One version, whether or not it is still in force; null when there never was one. */
  async ofVersion<Kind extends SettingKind>(
    kind: Kind,
    version: number,
  ): Promise<SettingValue<Kind> | null> {
    const [row] = await this.#care.db
      .select({ value: practiceSetting.value })
      .from(practiceSetting)
      .where(
        and(
          eq(practiceSetting.practiceId, this.#care.scope.practiceId),
          eq(practiceSetting.kind, kind),
          eq(practiceSetting.version, version),
        ),
      );
    return row === undefined ? null : read(kind, row.value);
  }

  /** The newest versions, newest first. */
  async history<Kind extends SettingKind>(
    kind: Kind,
    limit: number,
  ): Promise<readonly SignedSetting<Kind>[]> {
    const rows = await this.#care.db
      .select({
        value: practiceSetting.value,
        from: practiceSetting.inForceFrom,
        by: staff.displayName,
      })
      .from(practiceSetting)
      .innerJoin(
        staff,
        and(
          eq(staff.practiceId, practiceSetting.practiceId),
          eq(staff.staffId, practiceSetting.setBy),
        ),
      )
      .where(
        and(
          eq(practiceSetting.practiceId, this.#care.scope.practiceId),
          eq(practiceSetting.kind, kind),
        ),
      )
      .orderBy(desc(practiceSetting.version))
      .limit(limit);
    return rows.map(({ value, from, by }) => ({ value: read(kind, value), from, by }));
  }

  /**
   * Adds the version after the newest, in force from now on. `outdated`, and nothing added, when
   * `value.version` is not that one: somebody else came first.
   */
  async add<Kind extends SettingKind>(
    kind: Kind,
    value: SettingValue<Kind>,
    by: StaffId,
  ): Promise<Result<SettingValue<Kind>, 'outdated'>> {
    await this.hold('toChange');
    const newest = await this.newest(kind);
    if (value.version !== (newest?.value.version ?? 0) + 1) return refuse('outdated');
    await this.#care.db.insert(practiceSetting).values({
      practiceId: this.#care.scope.practiceId,
      kind,
      version: value.version,
      value: read(kind, value),
      setBy: by,
      inForceFrom: this.#care.scope.now,
    });
    return ok(value);
  }
}

function read<Kind extends SettingKind>(kind: Kind, value: unknown): SettingValue<Kind> {
  return SETTINGS[kind].parse(value) as SettingValue<Kind>;
}
