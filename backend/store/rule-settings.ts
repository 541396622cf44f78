import { and, desc, eq } from 'drizzle-orm';
import { NO_SETTINGS } from '#shared/alerts/catalogue/settings.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { DatedRuleSettings, RuleSettings } from '#shared/contracts/rule-settings.ts';
import type { Care } from './care.ts';
import { practice, ruleSettings, staff } from './schema.ts';

/** The settings in force, and since when; null for the defaults, which always were. */
export interface RuleSettingsInForce {
  readonly settings: RuleSettings;
  readonly from: Instant | null;
}

/** Settings with who made them. */
export interface SignedRuleSettings extends DatedRuleSettings {
  /** Display name. */
  readonly by: string;
}

/** What the practice has set about rules: every version that ever was. */
export class RuleSettingsRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /**
   * Keeps the settings as they are until the transaction ends, or (`toChange`) everybody away who
   * judges by them. Whoever waited takes its time afterwards (see `afterAll`), so that the moment
   * of a judgement tells which settings it was made by.
   */
  async hold(purpose: 'toJudge' | 'toChange'): Promise<void> {
    await this.#care.db
      .select({ practiceId: practice.practiceId })
      .from(practice)
      .where(eq(practice.practiceId, this.#care.scope.practiceId))
      .for(purpose === 'toJudge' ? 'key share' : 'update');
  }

  /** The newest version; the defaults where nothing was ever set. */
  async inForce(): Promise<RuleSettingsInForce> {
    const [newest] = await this.history(1);
    return newest ?? { settings: NO_SETTINGS, from: null };
  }

  /** The newest versions, newest first: all of them when no limit is given. */
  async history(limit?: number): Promise<readonly SignedRuleSettings[]> {
    const found = this.#care.db
      .select({
        version: ruleSettings.version,
        rules: ruleSettings.rules,
        from: ruleSettings.inForceFrom,
        by: staff.displayName,
      })
      .from(ruleSettings)
      .innerJoin(
        staff,
        and(eq(staff.practiceId, ruleSettings.practiceId), eq(staff.staffId, ruleSettings.setBy)),
      )
      .where(eq(ruleSettings.practiceId, this.#care.scope.practiceId))
      .orderBy(desc(ruleSettings.version));
    const rows = await (limit === undefined ? found : found.limit(limit));
    return rows.map(({ version, rules, from, by }) => ({
      settings: { version, rules: [...rules] },
      from,
      by,
    }));
  }

  /** Adds a version, in force from now on. Call while holding the settings to change them. */
  async add({ version, rules }: RuleSettings, by: StaffId): Promise<void> {
    await this.#care.db.insert(ruleSettings).values({
      practiceId: this.#care.scope.practiceId,
      version,
      rules,
      setBy: by,
      inForceFrom: this.#care.scope.now,
    });
  }
}
