import * as z from 'zod/mini';
import { Instant } from './calendar.ts';
import { EhrId } from './ehr.ts';
import { PageKind } from './reading.ts';

/**
 * What a browser tells of its own health: versions and counts. Nothing of clients, no page text, no
 * address, no account beyond the session that sends it.
 */

/** How often something happened between two reports. */
const Times = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** What a failed check may be called: a name of the adapter's own, never text of a page. */
export const CheckName = z.string().check(z.regex(/^[a-z][a-zA-Z0-9.]{0,39}$/));

/** Names of checks in one report of one adapter. */
export const MOST_CHECKS = 80;

/** What one adapter saw since the last report. */
export const AdapterReport = z.object({
  ehr: EhrId,
  adapterVersion: z.int().check(z.minimum(1)),
  /** Settled readings by kind of page. */
  pageKinds: z.partialRecord(PageKind, Times),
  /** How often each structural check failed, by its name; at most {@link MOST_CHECKS} names. */
  failedChecks: z
    .record(CheckName, Times)
    .check(z.refine((checks) => Object.keys(checks).length <= MOST_CHECKS)),
  /** Insertions by what came of them. */
  insertions: z.object({ exact: Times, changed: Times, notInserted: Times, unconfirmed: Times }),
});
export type AdapterReport = z.infer<typeof AdapterReport>;

/** Which browser, as far as it matters for what it can do. */
export const BrowserName = z.enum(['chrome', 'edge', 'firefox', 'other']);
export type BrowserName = z.infer<typeof BrowserName>;

/** `fleet.report` input. Idempotent by `reportId`. */
export const FleetReport = z.object({
  reportId: z.uuid(),
  /** Random, made once by each installation; names no person and no machine. */
  browserId: z.uuid(),
  extensionVersion: z.string().check(z.regex(/^\d+(\.\d+){0,3}$/)),
  browser: BrowserName,
  since: Instant,
  until: Instant,
  adapters: z.array(AdapterReport).check(z.maxLength(10)),
});
export type FleetReport = z.infer<typeof FleetReport>;

/**
 * What the practice allows an adapter. `off`: the panel does not open in that EHR and says why.
 * `readOnly`: it shows, and writes nothing: Copy stays.
 */
export const AdapterMode = z.enum(['on', 'readOnly', 'off']);
export type AdapterMode = z.infer<typeof AdapterMode>;

/** `fleet.switches` output. An adapter that is not listed is `readOnly`. */
export const AdapterSwitches = z.object({
  asOf: Instant,
  adapters: z.array(z.object({ ehr: EhrId, mode: AdapterMode })).check(z.maxLength(10)),
});
export type AdapterSwitches = z.infer<typeof AdapterSwitches>;

/** How long a browser goes on writing with switches that it could not ask for again, in seconds. */
export const SWITCHES_HOLD_SECONDS = 900;
