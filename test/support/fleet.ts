import { v7 } from 'uuid';
import { Instant } from '#shared/contracts/calendar.ts';
import type { AdapterReport, FleetReport } from '#shared/contracts/fleet.ts';

/** What one adapter saw; everything else is what is given. */
export function anAdapterReport(given: Partial<AdapterReport> = {}): AdapterReport {
  return {
    ehr: 'simplepractice',
    adapterVersion: 1,
    pageKinds: { client: 3, note: 2 },
    failedChecks: { 'header.name': 1 },
    insertions: { exact: 1, changed: 0, notInserted: 0, unconfirmed: 0 },
    ...given,
  };
}

/** A browser's report; everything else is what is given. */
export function aReport(given: Partial<FleetReport> = {}): FleetReport {
  return {
    reportId: v7(),
    browserId: v7(),
    extensionVersion: '1.4.0',
    browser: 'chrome',
    since: Instant.parse('2026-11-20T08:00:00.000Z'),
    until: Instant.parse('2026-11-20T14:00:00.000Z'),
    adapters: [anAdapterReport()],
    ...given,
  };
}
