import * as z from 'zod/mini';
import { Instant } from './calendar.ts';
import { EhrId } from './ehr.ts';
import { PageKind } from './reading.ts';

/**
 * What a browser tells of its own health: versions and counts. Nothing of clients, no page text, no
 * address, no account beyond the session that sends it.
 */

/** What one adapter saw since the last report. */
export const AdapterReport = z.object({
  ehr: EhrId,
  adapterVersion: z.int().check(z.minimum(1)),
  /** Settled readings by kind of page. */
  pageKinds: z.partialRecord(PageKind, z.int().check(z.minimum(0), z.maximum(1_000_000))),
  /** How often each structural check failed, by its name. */
  failedChecks: z.record(
    z.string().check(z.regex(/^[a-z][a-zA-Z0-9.]{0,39}$/)),
    z.int().check(z.minimum(1), z.maximum(1_000_000)),
  ),
  /** Insertions by what came of them. */
  insertions: z.object({
    exact: z.int(),
    changed: z.int(),
    notInserted: z.int(),
    unconfirmed: z.int(),
  }),
});
export type AdapterReport = z.infer<typeof AdapterReport>;

/** `fleet.report` input. Idempotent by `reportId`. */
export const FleetReport = z.object({
  reportId: z.uuid(),
  /** Random, made once by each installation; names no person and no machine. */
  browserId: z.uuid(),
  extensionVersion: z.string().check(z.regex(/^\d+(\.\d+){0,3}$/)),
  browser: z.enum(['chrome', 'edge', 'firefox', 'other']),
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
