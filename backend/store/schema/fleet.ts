import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { EhrId } from '#shared/contracts/ehr.ts';
import type { AdapterMode, BrowserName } from '#shared/contracts/fleet.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import { care, fleet, instant, practiceId, practiceOnly } from './columns.ts';
import { practice, staff } from './people.ts';

/** What is counted of an adapter; each has names of its own. */
export type Counted = 'page' | 'check' | 'insertion';

/** Installations that reported. Whose browser it is, is not kept. */
export const fleetBrowser = fleet.table(
  'browser',
  {
    practiceId: practiceId(),
    browserId: uuid('browser_id').notNull(),
    browser: text('browser').$type<BrowserName>().notNull(),
    extensionVersion: text('extension_version').notNull(),
    heardAt: instant('heard_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.browserId] }),
    foreignKey({ columns: [table.practiceId], foreignColumns: [practice.practiceId] }),
    practiceOnly(),
  ],
);

/** Reports that arrived, so that none is counted twice. */
export const fleetReport = fleet.table(
  'report',
  {
    practiceId: practiceId(),
    reportId: uuid('report_id').notNull(),
    arrivedAt: instant('arrived_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.reportId] }),
    foreignKey({ columns: [table.practiceId], foreignColumns: [practice.practiceId] }),
    index('report_by_age').on(table.practiceId, table.arrivedAt),
    practiceOnly(),
  ],
);

/** How often something happened in one browser with one adapter, by the day of the report. */
export const fleetCount = fleet.table(
  'tally',
  {
    practiceId: practiceId(),
    /** The practice's day on which the report arrived. */
    day: date('day').$type<CalendarDate>().notNull(),
    browserId: uuid('browser_id').notNull(),
    ehr: text('ehr').$type<EhrId>().notNull(),
    adapterVersion: integer('adapter_version').notNull(),
    counted: text('counted').$type<Counted>().notNull(),
    /** A page kind, a check's name, or an outcome. */
    name: text('name').notNull(),
    times: bigint('times', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({
      name: 'tally_pk',
      columns: [
        table.practiceId,
        table.day,
        table.browserId,
        table.ehr,
        table.adapterVersion,
        table.counted,
        table.name,
      ],
    }),
    foreignKey({ columns: [table.practiceId], foreignColumns: [practice.practiceId] }),
    check('tally_counted', sql`counted in ('page', 'check', 'insertion')`),
    practiceOnly(),
  ],
);

/** What the practice allows an adapter, from a moment on. Rows are never altered. */
export const adapterSwitch = care.table(
  'adapter_switch',
  {
    practiceId: practiceId(),
    ehr: text('ehr').$type<EhrId>().notNull(),
    /** 1, 2, 3 ... without a gap, for each EHR. */
    version: integer('version').notNull(),
    mode: text('mode').$type<AdapterMode>().notNull(),
    /** Why, in the words of who set it. */
    reason: text('reason').notNull(),
    setBy: uuid('set_by').$type<StaffId>().notNull(),
    inForceFrom: instant('in_force_from').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.ehr, table.version] }),
    foreignKey({
      columns: [table.practiceId, table.setBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    check('adapter_switch_mode', sql`mode in ('on', 'readOnly', 'off')`),
    check('adapter_switch_version', sql`version >= 1`),
    practiceOnly(),
  ],
);
