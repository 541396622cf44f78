import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEPT_DAYS } from '#backend/care/fleet/forget-old.ts';
import { AdapterSwitches, type FleetReport } from '#shared/contracts/fleet.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { anAdapterReport, aReport } from '#test/support/fleet.ts';
import { aPractice, aStaffMember, call, type SignedIn, valueOf } from '#test/support/practice.ts';

const DAY = 86_400_000;
/** Reports that one person may bring within an hour. */
const ALLOWED = 30;

let backend: TestBackend;
let practiceId: PracticeId;
let dana: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  practiceId = await aPractice(backend);
  dana = await aStaffMember(backend, practiceId);
});
afterAll(() => backend.close());

const send = (report: unknown, who = dana) => call(backend, 'fleet.report', report, who.token);

async function sent(report: FleetReport, who = dana) {
  expect((await send(report, who)).status).toBe(200);
}

/** What was counted in a practice, as `name: times`. */
async function counted(of = practiceId): Promise<Readonly<Record<string, number>>> {
  const rows = await backend.database.asSuperuser<{ name: string; times: number }>(
    `select counted || ' ' || name as name, sum(times)::int as times from fleet.tally
     where practice_id = $1 group by 1`,
    [of],
  );
  return Object.fromEntries(rows.map(({ name, times }) => [name, times]));
}

async function rowsOf(table: 'browser' | 'tally' | 'report') {
  return backend.database.asSuperuser(`select * from fleet.${table} where practice_id = $1`, [
    practiceId,
  ]);
}

describe('a report', () => {
  it('is counted, leaving out what never happened', async () => {
    await sent(aReport());
    expect(await counted()).toEqual({
      'page client': 3,
      'page note': 2,
      'check header.name': 1,
      'insertion exact': 1,
    });
  });

  it('is counted once, however often and at once it is sent', async () => {
    const report = aReport();
    const replies = await Promise.all(Array.from({ length: 10 }, () => send(report)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await counted()).toMatchObject({ 'page client': 3 });
    expect(await rowsOf('report')).toHaveLength(1);
  });

  it('adds up with nine others of the same browser that arrive at the same time', async () => {
    const browserId = v7();
    const reports = Array.from({ length: 10 }, () => aReport({ browserId }));
    await Promise.all(reports.map((report) => sent(report)));
    expect(await counted()).toMatchObject({ 'page client': 30, 'check header.name': 10 });
    expect(await rowsOf('browser')).toHaveLength(1);
  });

  it('names one adapter twice: both are counted', async () => {
    await sent(aReport({ adapters: [anAdapterReport(), anAdapterReport()] }));
    expect(await counted()).toMatchObject({ 'page client': 6 });
  });

  it('leaves nothing that tells whose browser it is', async () => {
    await sent(aReport());
    const tables = ['browser', 'tally', 'report'] as const;
    const kept = JSON.stringify(await Promise.all(tables.map(rowsOf)));
    expect(kept).not.toContain(dana.staffId);
    expect(backend.logged()).not.toContain('header.name');
  });

  it('of one practice is not counted in another, even under the same ids', async () => {
    const other = await aPractice(backend, 'Oak Avenue');
    const stranger = await aStaffMember(backend, other);
    const report = aReport();
    await sent(report);
    await sent(report, stranger);
    expect(await counted()).toEqual(await counted(other));
    expect(await counted()).toMatchObject({ 'page client': 3 });
  });

  const refused: readonly (readonly [string, unknown])[] = [
    ['a name with the text of a page', { failedChecks: { 'Avery Quinn, born 1984': 1 } }],
    ['an EHR of which there is no adapter', { ehr: 'otherpractice' }],
    ['a kind of page that there is not', { pageKinds: { 'Avery Quinn': 1 } }],
    [
      'less than nothing',
      { insertions: { exact: -1, changed: 0, notInserted: 0, unconfirmed: 0 } },
    ],
    [
      'more checks than an adapter has',
      { failedChecks: Object.fromEntries(Array.from({ length: 81 }, (_, at) => [`c${at}`, 1])) },
    ],
  ];
  it.each(refused)('with %s is refused, and nothing of it kept', async (_, given) => {
    const reply = await send(
      aReport({ adapters: [{ ...anAdapterReport(), ...(given as object) }] }),
    );
    expect(reply.status).toBe(400);
    expect(await rowsOf('report')).toEqual([]);
    expect(backend.logged()).not.toContain('Avery');
  });

  it('that is too large is not read', async () => {
    const adapters = [{ ...anAdapterReport(), failedChecks: { [`c${'x'.repeat(70_000)}`]: 1 } }];
    expect((await send(aReport({ adapters }))).status).toBe(413);
  });

  it('is refused after many by one person in an hour, and by nobody else', async () => {
    const colleague = await aStaffMember(backend, practiceId);
    const statuses: number[] = [];
    for (let sending = 0; sending < ALLOWED + 1; sending += 1) {
      statuses.push((await send(aReport({ adapters: [] }))).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(ALLOWED);
    expect(statuses.at(-1)).toBe(429);
    await sent(aReport({ adapters: [] }), colleague);
  });
});

describe('after 90 days', () => {
  it('what a browser told is gone, and what came later is not', async () => {
    await sent(aReport());
    backend.clock.pass(KEPT_DAYS * DAY + DAY);
    await roundOfUpkeep();
    for (const table of ['browser', 'tally', 'report'] as const) {
      expect(await rowsOf(table)).toEqual([]);
    }
    backend.clock.reset();
    await sent(aReport());
    backend.clock.pass(KEPT_DAYS * DAY - DAY);
    await roundOfUpkeep();
    expect(await counted()).toMatchObject({ 'page client': 3 });
    expect(await rowsOf('browser')).toHaveLength(1);
  });
});

async function roundOfUpkeep() {
  const stop = new AbortController();
  await backend.keepUp(stop.signal, async () => stop.abort());
}

async function asked(who: SignedIn) {
  const reply = await call(backend, 'fleet.switches', undefined, who.token);
  return AdapterSwitches.parse(await valueOf(reply));
}

describe('the switches', () => {
  it('are on where nothing was ever decided, and of a moment', async () => {
    const { asOf, adapters } = await asked(dana);
    expect(asOf).toBe(backend.clock.now.toISOString());
    expect(adapters).toEqual([
      { ehr: 'simplepractice', mode: 'on' },
      { ehr: 'therapynotes', mode: 'on' },
      { ehr: 'sessionshealth', mode: 'on' },
    ]);
  });
});
