import { v4, v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '#extension/local/failure.ts';
import { createHealth } from '#extension/local/fleet/health.ts';
import {
  DROPPED_AFTER_MS,
  JITTER_MS,
  Pending,
  REPORT_EVERY_MS,
  RETRY_AFTER_MS,
} from '#extension/local/fleet/pending.ts';
import type { SignedIn } from '#extension/local/signed-in.ts';
import type { Unavailable } from '#extension/messages/worker.ts';
import type { FleetReport } from '#shared/contracts/fleet.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { stillClock } from '#test/support/clock.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { LINDE, OKAFOR } from '#test/support/outbox-worker.ts';
import { readingOf } from '#test/support/panel-scene.ts';

const TAB = 7;
const LATEST = JITTER_MS / 1000;

let clock = stillClock('2026-11-21T09:00:00.000Z');
let area = memoryStorage();
let says: Unavailable | null = null;
let sent: FleetReport[] = [];
let sentAs: SignedIn[] = [];
let signedIn: SignedIn | null = OKAFOR;

/** A worker's counter; another one on the same storage is the worker started anew. */
function start() {
  return createHealth({
    area,
    now: clock.now,
    newId: () => v7(),
    newBrowserId: () => v4(),
    random: () => 0.5,
    installation: () => ({ extensionVersion: '1.4.0', browser: 'chrome' }),
    person: async () => signedIn,
    async send(report, as) {
      sent.push(report);
      sentAs.push(as);
      return says === null ? ok(null) : refuse(failure(says));
    },
  });
}

/** Counts something, and lets the first report become due. */
async function due() {
  await start().onReading(TAB, readingOf());
  clock.advance(LATEST);
}

/** The one report of a story. */
function onlyReport(): FleetReport {
  const [report, ...others] = sent;
  if (report === undefined || others.length > 0) throw new Error(`${sent.length} reports`);
  return report;
}

beforeEach(() => {
  clock = stillClock('2026-11-21T09:00:00.000Z');
  area = memoryStorage();
  says = null;
  sent = [];
  sentAs = [];
  signedIn = OKAFOR;
});

describe('what is counted', () => {
  it('is each settled view of a page once, by its kind, with the checks that failed', async () => {
    const health = start();
    await health.onReading(TAB, readingOf({ settled: false }));
    await health.onReading(TAB, readingOf());
    await health.onReading(TAB, readingOf());
    await health.onReading(TAB, readingOf({ navigation: 4, failedChecks: ['header.name'] }));
    await health.onReading(TAB + 1, readingOf({ kind: 'client', note: null }));
    await health.reportIfDue();
    clock.advance(LATEST);
    await health.reportIfDue();
    expect(onlyReport().adapters).toEqual([
      {
        ehr: 'simplepractice',
        adapterVersion: 1,
        pageKinds: { note: 2, client: 1 },
        failedChecks: { 'header.name': 1 },
        insertions: { exact: 0, changed: 0, notInserted: 0, unconfirmed: 0 },
      },
    ]);
  });

  it('is each insertion by what came of it, with the adapter that last read its EHR', async () => {
    const health = start();
    await health.onInsertion('therapynotes', 'exact', OKAFOR);
    await health.onReading(TAB, readingOf({ adapterVersion: 3 }));
    await health.onInsertion('simplepractice', 'exact', OKAFOR);
    await health.onInsertion('simplepractice', 'unconfirmed', OKAFOR);
    clock.advance(LATEST);
    await start().reportIfDue();
    expect(onlyReport().adapters).toMatchObject([
      { adapterVersion: 3, insertions: { exact: 1, changed: 0, notInserted: 0, unconfirmed: 1 } },
    ]);
  });

  it('leaves out names that no check can have', async () => {
    const health = start();
    await health.onReading(TAB, readingOf({ failedChecks: ['Avery Quinn', 'header.name', 'ä'] }));
    clock.advance(LATEST);
    await health.reportIfDue();
    expect(onlyReport().adapters[0]?.failedChecks).toEqual({ 'header.name': 1 });
  });

  it('is not lost when many things happen at once, or the worker starts anew', async () => {
    const health = start();
    await Promise.all(Array.from({ length: 20 }, (_, tab) => health.onReading(tab, readingOf())));
    await start().onReading(TAB, readingOf({ kind: 'calendar', note: null }));
    clock.advance(LATEST);
    await start().reportIfDue();
    expect(onlyReport().adapters[0]?.pageKinds).toEqual({ note: 20, calendar: 1 });
  });
});

describe('a report', () => {
  it('says what this browser is, from when to when, and nothing of who uses it', async () => {
    await due();
    await start().reportIfDue();
    expect(onlyReport()).toMatchObject({
      extensionVersion: '1.4.0',
      browser: 'chrome',
      since: '2026-11-21T09:00:00.000Z',
      until: '2026-11-21T09:30:00.000Z',
    });
  });

  it('is sent every six hours, with what was counted since, from one browser', async () => {
    await due();
    await start().reportIfDue();
    clock.advance(REPORT_EVERY_MS / 1000);
    await start().reportIfDue();
    expect(sent).toHaveLength(1);
    clock.advance(LATEST);
    await start().reportIfDue();
    const [first, second] = sent;
    expect(second?.adapters).toEqual([]);
    expect(second?.browserId).toBe(first?.browserId);
    expect(second?.reportId).not.toBe(first?.reportId);
    expect(second?.since).toBe(first?.until);
  });

  it('is sent again unchanged until it is acknowledged; what happens meanwhile waits', async () => {
    says = 'unreachable';
    await due();
    await start().reportIfDue();
    await start().reportIfDue();
    expect(sent).toHaveLength(1);
    await start().onReading(TAB, readingOf({ navigation: 9 }));
    clock.advance((RETRY_AFTER_MS * 4) / 3 / 1000);
    says = null;
    await start().reportIfDue();
    const [first, second] = sent;
    expect(second).toEqual(first);
    clock.advance(REPORT_EVERY_MS / 1000 + LATEST);
    await start().reportIfDue();
    expect(sent[2]?.adapters).toMatchObject([{ pageKinds: { note: 1 } }]);
  });

  it('is dropped after 14 days, and what was counted since then is told', async () => {
    says = 'signedOut';
    await due();
    await start().reportIfDue();
    clock.advance(DROPPED_AFTER_MS / 1000 + 1);
    says = null;
    await start().onReading(TAB, readingOf({ kind: 'client', note: null }));
    await start().reportIfDue();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.reportId).not.toBe(sent[0]?.reportId);
    expect(sent[1]?.adapters).toMatchObject([{ pageKinds: { client: 1 } }]);
  });

  it('is not put off by a clock that was ahead and was set back', async () => {
    clock.advance(30 * 86_400);
    await due();
    clock.advance(-30 * 86_400);
    await start().reportIfDue();
    expect(sent).toHaveLength(1);
    expect(onlyReport().since <= onlyReport().until).toBe(true);
  });

  it('begins anew where another version of the extension left something else', async () => {
    area = memoryStorage({ fleet: { browserId: v4(), counts: 'many' } });
    await due();
    await start().reportIfDue();
    expect(onlyReport().adapters).toHaveLength(1);
  });
});

describe('what was counted while one practice’s clinician was signed in', () => {
  it('is not told to another’s, neither as a count nor as a report that waits', async () => {
    says = 'unreachable';
    await due();
    await start().reportIfDue();
    await start().onReading(TAB, readingOf({ navigation: 9 }));
    signedIn = LINDE;
    says = null;
    clock.advance(RETRY_AFTER_MS / 1000 + LATEST);
    await start().onReading(TAB, readingOf({ kind: 'client', note: null }));
    await start().reportIfDue();
    const [first, second] = sent;
    expect(sentAs).toEqual([OKAFOR, LINDE]);
    expect(second?.reportId).not.toBe(first?.reportId);
    expect(second?.adapters).toMatchObject([{ pageKinds: { client: 1 } }]);
    expect(second?.adapters[0]?.pageKinds).not.toHaveProperty('note');
    expect(second?.browserId).toBe(first?.browserId);
  });

  it('waits while nobody is signed in, when nothing is counted', async () => {
    await due();
    signedIn = null;
    await start().onReading(TAB, readingOf({ kind: 'client', note: null }));
    await start().reportIfDue();
    expect(sent).toEqual([]);
    signedIn = OKAFOR;
    await start().reportIfDue();
    expect(onlyReport().adapters[0]?.pageKinds).toEqual({ note: 1 });
  });

  it('takes no insertion of somebody who is not signed in any more', async () => {
    await start().onReading(TAB, readingOf());
    await start().onInsertion('simplepractice', 'exact', LINDE);
    clock.advance(LATEST);
    await start().reportIfDue();
    expect(onlyReport().adapters).toMatchObject([{ insertions: { exact: 0 } }]);
  });

  it('by an earlier version, for nobody knows whom, is dropped; the browser stays the same', async () => {
    await start().onReading(TAB, readingOf());
    const { fleet } = area.all();
    const kept = Pending.parse(fleet);
    area = memoryStorage({ fleet: { ...kept, of: undefined } });
    clock.advance(LATEST);
    await start().reportIfDue();
    expect(onlyReport()).toMatchObject({ adapters: [], browserId: kept.browserId });
  });
});
