import { aliasedTable, and, desc, eq, isNull } from 'drizzle-orm';
import type { AlertChange } from '#shared/alerts/merge.ts';
import type { AcknowledgeAction, Alert } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { AlertId, ClientId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { alert, staff } from './schema.ts';

/** Who put an alert aside, beside who acknowledged it. */
const snoozer = aliasedTable(staff, 'snoozer');

type Opening = Extract<AlertChange, { change: 'open' }>;

/** An alert with the client it is about. */
export type ClientAlert = Alert & { readonly clientId: ClientId };

/** What became of an acknowledgement. */
export type Acknowledged = 'acknowledged' | 'repeated' | 'closedByOther' | 'newerEvidence';

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

  /**
   * Open alerts of a client, newest evidence first, held until the transaction ends: whoever
   * acknowledges one of them meanwhile waits, so that new evidence can't join a closed alert.
   */
  async holdOpenOf(clientId: ClientId): Promise<readonly ClientAlert[]> {
    const rows = await this.#care.db
      .select()
      .from(alert)
      .where(
        and(
          eq(alert.practiceId, this.#care.scope.practiceId),
          eq(alert.clientId, clientId),
          isNull(alert.closedAt),
        ),
      )
      .orderBy(desc(alert.latestAt))
      .for('update');
    return rows.map((row) => asAlert({ row, by: null, snoozedBy: null }));
  }

  /**
   * Writes what a response changes: opens an alert, adds evidence to an open one, brings back one
   * that was put aside, or resolves it.
   * Call while holding the client and the client's open alerts. Returns the alert it was about.
   */
  async apply(clientId: ClientId, change: AlertChange): Promise<AlertId> {
    if (change.change === 'open') return this.#open(clientId, change);
    await this.#care.db.update(alert).set(changed(change)).where(this.#isOne(change.alertId));
    return change.alertId;
  }

  /**
   * A clinician says what was done. `repeated`: the same person said the same before.
   * `closedByOther`: it was closed in another way. `newerEvidence`: it is open, but holds more than
   * the clinician saw. In both cases nothing was changed.
   */
  async acknowledge(
    alertId: AlertId,
    by: StaffId,
    {
      action,
      seenLatestAt,
    }: { readonly action: AcknowledgeAction; readonly seenLatestAt: Instant },
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
      .where(and(this.#isOne(alertId), isNull(alert.closedAt), eq(alert.latestAt, seenLatestAt)))
      .returning({ alertId: alert.alertId });
    if (row !== undefined) return 'acknowledged';
    const [standing] = await this.#care.db
      .select({
        by: alert.acknowledgedBy,
        action: alert.acknowledgedAction,
        closedAt: alert.closedAt,
      })
      .from(alert)
      .where(this.#isOne(alertId));
    if (standing?.closedAt === null) return 'newerEvidence';
    return standing?.by === by && standing.action === action ? 'repeated' : 'closedByOther';
  }

  async #open(clientId: ClientId, opening: Opening): Promise<AlertId> {
    const { change: _, ...facts } = opening;
    const alertId = this.#care.newId() as AlertId;
    await this.#care.db.insert(alert).values({
      practiceId: this.#care.scope.practiceId,
      alertId,
      clientId,
      status: 'open',
      ...facts,
    });
    return alertId;
  }

  /** Alerts with who acknowledged them. */
  #read() {
    return this.#care.db
      .select({ row: alert, by: staff.displayName, snoozedBy: snoozer.displayName })
      .from(alert)
      .leftJoin(
        staff,
        and(eq(staff.practiceId, alert.practiceId), eq(staff.staffId, alert.acknowledgedBy)),
      )
      .leftJoin(
        snoozer,
        and(eq(snoozer.practiceId, alert.practiceId), eq(snoozer.staffId, alert.snoozedBy)),
      );
  }

  /** Picks one alert of the practice. */
  #isOne(alertId: AlertId) {
    return and(eq(alert.practiceId, this.#care.scope.practiceId), eq(alert.alertId, alertId));
  }
}

/** What a change writes to the row of an open alert. */
function changed(change: Exclude<AlertChange, Opening>) {
  if (change.change === 'resolve') {
    return { status: 'resolved' as const, resolvedAt: change.at, closedAt: change.at };
  }
  const awake = { snoozedBy: null, snoozedAt: null };
  if (change.change === 'wake') return awake;
  const { ruleVersion, parameters, tier, latestAt, evidence } = change;
  return { ruleVersion, parameters, tier, latestAt, evidence, ...awake };
}

/** An alert's row in the contract's shape. */
function asAlert(found: {
  readonly row: typeof alert.$inferSelect;
  readonly by: string | null;
  /** The name; where it was not read, the id stands for it. */
  readonly snoozedBy: string | null;
}): ClientAlert {
  const { acknowledgedAt, acknowledgedAction, snoozedAt, evidence, ...row } = found.row;
  const putAsideBy = found.snoozedBy ?? row.snoozedBy;
  const acknowledgement =
    found.by === null || acknowledgedAt === null || acknowledgedAction === null
      ? null
      : { by: found.by, at: acknowledgedAt, action: acknowledgedAction };
  return {
    clientId: row.clientId,
    alertId: row.alertId,
    rule: row.rule,
    ruleVersion: row.ruleVersion,
    parameters: row.parameters,
    instrumentId: row.instrumentId,
    tier: row.tier,
    status: row.status,
    openedAt: row.openedAt,
    latestAt: row.latestAt,
    evidence: [...evidence],
    acknowledgement,
    snoozed: putAsideBy === null || snoozedAt === null ? null : { by: putAsideBy, at: snoozedAt },
    resolvedAt: row.resolvedAt,
  };
}
