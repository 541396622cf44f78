import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { RuleCode, RuleParameters, Tier } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { AlertId, ClientId, StaffId } from '#shared/contracts/ids.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { client, staff } from './people.ts';

/** One alert: new evidence joins the open one of the same client, rule and instrument. */
export const alert = care.table(
  'alert',
  {
    practiceId: practiceId(),
    alertId: uuid('alert_id').$type<AlertId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    rule: text('rule').$type<RuleCode>().notNull(),
    ruleVersion: integer('rule_version').notNull(),
    instrumentId: text('instrument_id').notNull(),
    tier: text('tier').$type<Tier>().notNull(),
    status: text('status').$type<'open' | 'acknowledged' | 'resolved'>().notNull(),
    openedAt: instant('opened_at').notNull(),
    latestAt: instant('latest_at').notNull(),
    /** Oldest first; ids, dates and scores, as the rule saw them. */
    evidence: jsonb('evidence').$type<readonly AlertEvidence[]>().notNull(),
    /** What the rule compared the newest evidence with. */
    parameters: jsonb('parameters').$type<RuleParameters>().notNull(),
    /** The practice's settings that the newest evidence was judged by; 0 for the defaults. */
    settingsVersion: integer('settings_version').notNull(),
    acknowledgedBy: uuid('acknowledged_by').$type<StaffId>(),
    acknowledgedAt: instant('acknowledged_at'),
    /** `ProtocolAction.id`. */
    acknowledgedAction: text('acknowledged_action'),
    /** Version of the practice's protocol that the action is taken from; null before it had one. */
    acknowledgedProtocol: integer('acknowledged_protocol'),
    /** The action's words as they were read then. */
    acknowledgedWords: text('acknowledged_words'),
    /** The action's sentence as it was read then, where it goes into the note; null where it does not. */
    acknowledgedSentence: text('acknowledged_sentence'),
    resolvedAt: instant('resolved_at'),
    /** Who put it aside until the measure is answered again, and when; null when nobody has. */
    snoozedBy: uuid('snoozed_by').$type<StaffId>(),
    snoozedAt: instant('snoozed_at'),
    /** When it stopped being open, by whichever way; null while it is open. */
    closedAt: instant('closed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.alertId] }),
    foreignKey({
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    foreignKey({
      columns: [table.practiceId, table.acknowledgedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      columns: [table.practiceId, table.snoozedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    uniqueIndex('alert_one_open')
      .on(table.practiceId, table.clientId, table.rule, table.instrumentId)
      .where(sql`closed_at is null`),
    index('alert_closed').on(table.practiceId, table.clientId, table.closedAt),
    check('alert_status', sql`status in ('open', 'acknowledged', 'resolved')`),
    check('alert_tier', sql`tier in ('emergency', 'urgent', 'review', 'info')`),
    check('alert_open', sql`(status = 'open') = (closed_at is null)`),
    check(
      'alert_acknowledged',
      sql`num_nulls(acknowledged_by, acknowledged_at, acknowledged_action, acknowledged_words) = case when status = 'acknowledged' then 0 else 4 end`,
    ),
    check(
      'alert_acknowledged_sentence',
      sql`acknowledged_sentence is null or status = 'acknowledged'`,
    ),
    // The catalogue of rules says which may wait; these never may, whatever a build's catalogue says.
    check(
      'alert_snoozed',
      sql`num_nulls(snoozed_by, snoozed_at) = 2 or (num_nulls(snoozed_by, snoozed_at) = 0 and closed_at is null and rule not in ('S1', 'S2', 'S4', 'P2'))`,
    ),
    check('alert_settings_version', sql`settings_version >= 0`),
    practiceOnly(),
  ],
);

/** When a clinician looked at a client: the present visit, and the one before. */
export const look = care.table(
  'look',
  {
    practiceId: practiceId(),
    staffId: uuid('staff_id').$type<StaffId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    currentAt: instant('current_at').notNull(),
    previousAt: instant('previous_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.staffId, table.clientId] }),
    foreignKey({
      columns: [table.practiceId, table.staffId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    practiceOnly(),
  ],
);
