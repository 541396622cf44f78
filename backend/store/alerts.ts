import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { AcknowledgeAction, Alert, RuleOutcome } from '#shared/contracts/alert.ts';
import type { AlertId, ClientId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { alert, staff } from './schema.ts';

type Fired = Extract<RuleOutcome, { outcome: 'fires' }>;
type Cleared = Extract<RuleOutcome, { outcome: 'clears' }>;

/** An alert with the client it is about. */
export type ClientAlert = Alert & { readonly clientId: ClientId };

/** What became of a firing rule. */
export interface Raised {
  readonly alertId: AlertId;
  /** `joined`: one was open already, and has the new evidence too. */
  readonly outcome: 'opened' | 'joined';
}

/** What became of an acknowledgement. */
export type Acknowledged = 'acknowledged' | 'repeated' | 'closedByOther';

/** Alerts: one open for each client, rule and instrument. */
export class AlertRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** The alert, open or closed; null when there is none. */
  async find(alertId: AlertId): Promise<ClientAlert | null> {
    const [found] = await this.#read().where(this.#isOne(alertId));
    return found === undefined ? null : asAlert(found);
  }

  /** Open alerts of a client, newest evidence first. */
  async openOf(clientId: ClientId): Promise<readonly ClientAlert[]> {
    const found = await this.#read()
      .where(
        and(
          eq(alert.practiceId, this.#care.scope.practiceId),
          eq(alert.clientId, clientId),
          isNull(alert.closedAt),
        ),
      )
      .orderBy(desc(alert.latestAt));
    return found.map(asAlert);
  }

  /** A rule fired: opens an alert, or adds the evidence to the open one, in one atomic step. */
  async raise(clientId: ClientId, fired: Fired): Promise<Raised> {
    const { rule, ruleVersion, instrumentId, tier } = fired;
    const alertId = this.#care.newId() as AlertId;
    const [row] = await this.#care.db
      .insert(alert)
      .values({
        practiceId: this.#care.scope.practiceId,
        alertId,
        clientId,
        rule,
        ruleVersion,
        instrumentId,
        tier,
        status: 'open',
        openedAt: this.#care.scope.now,
        latestAt: this.#care.scope.now,
        evidence: [fired.evidence],
      })
      .onConflictDoUpdate({
        target: [alert.practiceId, alert.clientId, alert.rule, alert.instrumentId],
        targetWhere: sql`closed_at is null`,
        set: {
          ruleVersion,
          tier,
          latestAt: this.#care.scope.now,
          evidence: sql`${alert.evidence} || excluded.evidence`,
        },
      })
      .returning({ alertId: alert.alertId });
    const standing = row?.alertId ?? alertId;
    return { alertId: standing, outcome: standing === alertId ? 'opened' : 'joined' };
  }

  /** A rule's condition ended: resolves the open alert, if any, and says which. */
  async resolve(clientId: ClientId, cleared: Cleared): Promise<AlertId | null> {
    const [row] = await this.#care.db
      .update(alert)
      .set({ status: 'resolved', resolvedAt: this.#care.scope.now, closedAt: this.#care.scope.now })
      .where(
        and(
          eq(alert.practiceId, this.#care.scope.practiceId),
          eq(alert.clientId, clientId),
          eq(alert.rule, cleared.rule),
          eq(alert.instrumentId, cleared.instrumentId),
          isNull(alert.closedAt),
        ),
      )
      .returning({ alertId: alert.alertId });
    return row?.alertId ?? null;
  }

  /**
   * A clinician says what was done. `repeated`: the same person said the same before.
   * `closedByOther`: it was closed in another way; nothing was changed.
   */
  async acknowledge(
    alertId: AlertId,
    by: StaffId,
    action: AcknowledgeAction,
  ): Promise<Acknowledged> {
    const [row] = await this.#care.db
      .update(alert)
      .set({
        status: 'acknowledged',
        acknowledgedBy: by,
        acknowledgedAt: this.#care.scope.now,
        acknowledgedAction: action,
        closedAt: this.#care.scope.now,
      })
      .where(and(this.#isOne(alertId), isNull(alert.closedAt)))
      .returning({ alertId: alert.alertId });
    if (row !== undefined) return 'acknowledged';
    const [standing] = await this.#care.db
      .select({ by: alert.acknowledgedBy, action: alert.acknowledgedAction })
      .from(alert)
      .where(this.#isOne(alertId));
    return standing?.by === by && standing.action === action ? 'repeated' : 'closedByOther';
  }

  /** Alerts with who acknowledged them. */
  #read() {
    return this.#care.db
      .select({ row: alert, by: staff.displayName })
      .from(alert)
      .leftJoin(
        staff,
        and(eq(staff.practiceId, alert.practiceId), eq(staff.staffId, alert.acknowledgedBy)),
      );
  }

  /** Picks one alert of the practice. */
  #isOne(alertId: AlertId) {
    return and(eq(alert.practiceId, this.#care.scope.practiceId), eq(alert.alertId, alertId));
  }
}

/** An alert's row in the contract's shape. */
function asAlert(found: {
  readonly row: typeof alert.$inferSelect;
  readonly by: string | null;
}): ClientAlert {
  const { acknowledgedAt, acknowledgedAction, evidence, ...row } = found.row;
  const acknowledgement =
    found.by === null || acknowledgedAt === null || acknowledgedAction === null
      ? null
      : { by: found.by, at: acknowledgedAt, action: acknowledgedAction };
  return {
    clientId: row.clientId,
    alertId: row.alertId,
    rule: row.rule,
    ruleVersion: row.ruleVersion,
    instrumentId: row.instrumentId,
    tier: row.tier,
    status: row.status,
    openedAt: row.openedAt,
    latestAt: row.latestAt,
    evidence: [...evidence],
    acknowledgement,
  };
}
