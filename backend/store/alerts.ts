import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core';
import type { AlertChange } from '#shared/alerts/merge.ts';
import type { Acknowledgement, Alert, RuleCode } from '#shared/contracts/alert.ts';
import type { UnacknowledgedAlert } from '#shared/contracts/between-procedures.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { AlertId, ClientId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { alert, staff } from './schema.ts';
import { STAND_IN, type StandInRow } from './stand-in.ts';
import { PUT_ASIDE, UNACKNOWLEDGED } from './unacknowledged.ts';

type Opening = Extract<AlertChange, { change: 'open' }>;

/** An alert with the client it is about. */
export type ClientAlert = Alert & { readonly clientId: ClientId };

/** What somebody says was done about an alert. */
export interface Acknowledging extends Pick<Acknowledgement, 'action' | 'words' | 'sentence'> {
  /** `Protocol.version` of the list that the action is on. */
  readonly protocolVersion: number;
  /** The newest evidence that was on the screen. */
  readonly seenLatestAt: Instant;
}

/** What became of an acknowledgement. */
export type Acknowledged = 'acknowledged' | 'repeated' | 'closedByOther' | 'newerEvidence';

/** Alerts as they are read: FOR UPDATE OF takes no name with a schema. */
const shown = alias(alert, 'shown');

/** Who put an alert aside, beside who acknowledged it. */
const snoozer = alias(staff, 'snoozer');

/** No longer put aside. */
const AWAKE = { snoozedBy: null, snoozedAt: null } as const;

/** Alerts: one open for each client, rule and measure. */
export class AlertRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** The alert, open or closed; null when there is none. */
  async find(alertId: AlertId): Promise<ClientAlert | null> {
    const [found] = await this.#read().where(this.#isOne(alertId, shown));
    return found === undefined ? null : asAlert(found);
  }

  /**
   * Open alerts of a client, newest evidence first, held until the transaction ends: whoever
   * acknowledges one of them meanwhile waits, so that new evidence can't join a closed alert.
   */
  async holdOpenOf(clientId: ClientId): Promise<readonly ClientAlert[]> {
    const rows = await this.#read()
      .where(
        and(
          eq(shown.practiceId, this.#care.scope.practiceId),
          eq(shown.clientId, clientId),
          isNull(shown.closedAt),
        ),
      )
      .orderBy(desc(shown.latestAt))
      .for('update', { of: shown });
    return rows.map(asAlert);
  }

  /**
   * Writes what the rules change: opens an alert, adds evidence to an open one, brings one back that
   * was put aside, or resolves it. `settingsVersion` tells by which settings of the practice they
   * judged. Call while holding the client and the client's open alerts. Returns the alert it was
   * about.
   */
  async apply(clientId: ClientId, change: AlertChange, settingsVersion: number): Promise<AlertId> {
    if (change.change === 'open') return this.#open(clientId, change, settingsVersion);
    await this.#care.db
      .update(alert)
      .set(columnsOf(change, settingsVersion))
      .where(this.#isOne(change.alertId));
    return change.alertId;
  }

  /** Puts an open alert aside. Call while holding the client; whether it may, says the catalogue. */
  async snooze(alertId: AlertId, by: StaffId): Promise<void> {
    await this.#care.db
      .update(alert)
      .set({ snoozedBy: by, snoozedAt: this.#care.scope.now })
      .where(and(this.#isOne(alertId), isNull(alert.closedAt)));
  }

  /** Evidence of the closed alerts of a client for some rules: what somebody has dealt with. */
  async closedEvidence(
    clientId: ClientId,
    rules: readonly RuleCode[],
  ): Promise<readonly Pick<Alert, 'rule' | 'instrumentId' | 'evidence'>[]> {
    const rows = await this.#care.db
      .select({ rule: alert.rule, instrumentId: alert.instrumentId, evidence: alert.evidence })
      .from(alert)
      .where(
        and(
          eq(alert.practiceId, this.#care.scope.practiceId),
          eq(alert.clientId, clientId),
          isNotNull(alert.closedAt),
          inArray(alert.rule, [...rules]),
        ),
      );
    return rows.map((row) => ({ ...row, evidence: [...row.evidence] }));
  }

  /**
   * A clinician says what was done. `repeated`: the same person said the same before.
   * `closedByOther`: it was closed in another way. `newerEvidence`: it is open, but holds more than
   * the clinician saw. In both cases nothing was changed.
   */
  async acknowledge(
    alertId: AlertId,
    by: StaffId,
    { seenLatestAt, protocolVersion, ...said }: Acknowledging,
  ): Promise<Acknowledged> {
    const [row] = await this.#care.db
      .update(alert)
      .set({
        status: 'acknowledged',
        acknowledgedBy: by,
        acknowledgedAt: this.#care.scope.now,
        acknowledgedAction: said.action,
        acknowledgedProtocol: protocolVersion,
        acknowledgedWords: said.words,
        acknowledgedSentence: said.sentence,
        closedAt: this.#care.scope.now,
        ...AWAKE,
      })
      .where(and(this.#isOne(alertId), isNull(alert.closedAt), eq(alert.latestAt, seenLatestAt)))
      .returning({ alertId: alert.alertId });
    if (row !== undefined) return 'acknowledged';
    return (await this.closedFor(alertId, by, said.action)) ?? 'newerEvidence';
  }

  /** What whoever acknowledges a closed alert is told; null while it is open. */
  async closedFor(
    alertId: AlertId,
    by: StaffId,
    action: Acknowledgement['action'],
  ): Promise<'repeated' | 'closedByOther' | null> {
    const [standing] = await this.#care.db
      .select({
        by: alert.acknowledgedBy,
        action: alert.acknowledgedAction,
        closedAt: alert.closedAt,
      })
      .from(alert)
      .where(this.#isOne(alertId));
    if (standing?.closedAt === null) return null;
    return standing?.by === by && standing.action === action ? 'repeated' : 'closedByOther';
  }

  /** Those of a clinician's clients that can't wait, the most urgent and the longest waiting first. */
  async unacknowledged(staffId: StaffId): Promise<readonly UnacknowledgedAlert[]> {
    const { rows } = await this.#care.connection.query<{ readonly row: UnacknowledgedAlert }>({
      name: 'unacknowledged',
      text: UNACKNOWLEDGED,
      values: [this.#care.scope.practiceId, staffId],
    });
    return rows.map(({ row }) => row);
  }

  /** How many more of those were put aside. */
  async putAside(staffId: StaffId): Promise<number> {
    const { rows } = await this.#care.connection.query<{ readonly count: number }>({
      name: 'put-aside',
      text: PUT_ASIDE,
      values: [this.#care.scope.practiceId, staffId],
    });
    return rows[0]?.count ?? 0;
  }

  /** What somebody was told of that is about others' clients and waits, the most urgent first. */
  async standIn(staffId: StaffId): Promise<readonly StandInRow[]> {
    const { rows } = await this.#care.connection.query<{ readonly row: StandInRow }>({
      name: 'stand-in',
      text: STAND_IN,
      values: [this.#care.scope.practiceId, staffId],
    });
    return rows.map(({ row }) => row);
  }

  async #open(clientId: ClientId, opening: Opening, settingsVersion: number): Promise<AlertId> {
    const { change: _, ...facts } = opening;
    const alertId = this.#care.newId() as AlertId;
    await this.#care.db.insert(alert).values({
      practiceId: this.#care.scope.practiceId,
      alertId,
      clientId,
      status: 'open',
      settingsVersion,
      ...facts,
    });
    return alertId;
  }

  /** Alerts with who acknowledged them, and who put them aside. */
  #read() {
    const isMember = (who: typeof staff | typeof snoozer, staffId: AnyPgColumn) =>
      and(eq(who.practiceId, shown.practiceId), eq(who.staffId, staffId));
    return this.#care.db
      .select({ row: shown, by: staff.displayName, snoozedBy: snoozer.displayName })
      .from(shown)
      .leftJoin(staff, isMember(staff, shown.acknowledgedBy))
      .leftJoin(snoozer, isMember(snoozer, shown.snoozedBy));
  }

  /** Picks one alert of the practice. */
  #isOne(alertId: AlertId, table: typeof alert | typeof shown = alert) {
    return and(eq(table.practiceId, this.#care.scope.practiceId), eq(table.alertId, alertId));
  }
}

/** What a change of a standing alert writes. */
function columnsOf(change: Exclude<AlertChange, Opening>, settingsVersion: number) {
  if (change.change === 'wake') return AWAKE;
  if (change.change === 'resolve') {
    return { status: 'resolved' as const, resolvedAt: change.at, closedAt: change.at, ...AWAKE };
  }
  const { ruleVersion, parameters, tier, latestAt, evidence } = change;
  return { ruleVersion, parameters, tier, latestAt, evidence, settingsVersion, ...AWAKE };
}

/** An alert's row in the contract's shape. */
function asAlert({
  row,
  by,
  snoozedBy,
}: {
  readonly row: typeof alert.$inferSelect;
  readonly by: string | null;
  readonly snoozedBy: string | null;
}): ClientAlert {
  const { snoozedAt } = row;
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
    evidence: [...row.evidence],
    acknowledgement: acknowledgementIn(row, by),
    snoozed: snoozedBy === null || snoozedAt === null ? null : { by: snoozedBy, at: snoozedAt },
    resolvedAt: row.resolvedAt,
  };
}

function acknowledgementIn(
  row: typeof alert.$inferSelect,
  by: string | null,
): Acknowledgement | null {
  const {
    acknowledgedAt: at,
    acknowledgedAction: action,
    acknowledgedWords: words,
    acknowledgedSentence: sentence,
  } = row;
  if (by === null || at === null || action === null || words === null) return null;
  return { by, at, action, words, sentence };
}
