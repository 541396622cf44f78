import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CASELOAD_STATEMENT } from '#backend/store/caseload-statement.ts';
import { inCaseloadOrder } from '#shared/caseload/order.ts';
import { CaseloadRow } from '#shared/contracts/caseload.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { fillPractice } from '#test/load/practice/history.ts';
import { emptyPractice, scopeIn } from '#test/load/practice/make-practice.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { invent } from '#test/support/waiting.ts';
import { addClient, NOW, opening, respond, type Scene, sendMeasure, setScene } from './scene.ts';

let database: TestDatabase;
let scene: Scene;

beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  scene = await setScene(database.store);
});
afterAll(() => database.close());

const caseloadAt = (now: string): Promise<CaseloadRow[]> =>
  database.store.inPractice(scene.at(now), async (care) =>
    (await care.caseload.list(scene.staffId)).map((row) => CaseloadRow.parse(row)),
  );

async function rowAt(now: string): Promise<CaseloadRow> {
  const [row] = await caseloadAt(now);
  return row ?? expect.fail('nobody is in the caseload');
}

/** A day of the practice's own, in a table that other parts fill. */
const appoint = (day: string, takenBack = false) =>
  database.asSuperuser(
    `insert into care.appointment_day (practice_id, client_id, day, told_by, told_at, taken_back_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [scene.practiceId, scene.clientId, day, scene.staffId, NOW, takenBack ? NOW : null],
  );

const pause = (reason: string, from: string, until: string | null) =>
  database.asSuperuser(
    `insert into care.pause (practice_id, pause_id, client_id, reason, from_day, until_day, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [scene.practiceId, v7(), scene.clientId, reason, from, until, scene.staffId, NOW],
  );

describe('what a caseload says of a client', () => {
  it('is nothing where nothing waits', async () => {
    expect(await rowAt(NOW)).toMatchObject({
      waiting: invent({}),
      completion: { expected: 0, answered: 0 },
      sendingPaused: null,
      nextAppointmentOn: null,
      lastResponseOn: null,
    });
  });

  it('is every alert nobody has answered by tier, since the practice’s day of the oldest', async () => {
    await scene.run(async (care) => {
      for (const [tier, rule] of [
        ['urgent', 'C1'],
        ['urgent', 'C3'],
        ['review', 'C4'],
      ] as const) {
        await care.alerts.apply(scene.clientId, { ...opening(), tier, rule }, 0);
      }
    });
    await database.asSuperuser(
      `update care.alert set opened_at = '2026-11-04T02:30:00Z' where practice_id = $1 and rule = 'C3'`,
      [scene.practiceId],
    );
    const { waiting } = await rowAt(NOW);
    expect(waiting).toEqual(invent({ urgent: [2, '2026-11-03'], review: [1, '2026-11-20'] }));
  });

  it('counts what was put aside apart from what nobody has answered', async () => {
    await scene.run((care) =>
      care.alerts.apply(scene.clientId, { ...opening(), tier: 'review', rule: 'C4' }, 0),
    );
    await database.asSuperuser(
      'update care.alert set snoozed_by = $2, snoozed_at = $3 where practice_id = $1',
      [scene.practiceId, scene.staffId, NOW],
    );
    expect((await rowAt(NOW)).waiting).toEqual(invent({ putAside: [1, '2026-11-20'] }));
  });

  it('tells what is due from what is past its day and from what can’t be answered any more', async () => {
    await scene.run(async (care) => {
      await sendMeasure(care, scene.clientId, { dueOn: '2026-11-23' });
      await sendMeasure(care, scene.clientId, { dueOn: '2026-11-24' });
      await sendMeasure(care, scene.clientId, { expiresAt: '2026-11-25T00:00:00.000Z' });
    });
    expect((await rowAt(NOW)).waiting.outstanding).toEqual({ count: 3, since: '2026-11-20' });
    const later = await rowAt('2026-11-25T18:00:00.000Z');
    expect(later.waiting).toMatchObject({
      overdue: { count: 2, since: '2026-11-23' },
      outstanding: { count: 0, since: null },
    });
    expect(later.completion).toEqual({ expected: 3, answered: 0 });
  });

  it('counts check-ins of the last four weeks, and none that is still due', async () => {
    await scene.run(async (care) => {
      await respond(care, scene.clientId, 12);
      await respond(care, scene.clientId, 9);
      await sendMeasure(care, scene.clientId, { dueOn: '2026-11-21' });
    });
    expect((await rowAt(NOW)).completion).toEqual({ expected: 2, answered: 2 });
    expect((await rowAt('2026-11-23T18:00:00.000Z')).completion).toEqual({
      expected: 3,
      answered: 2,
    });
    expect((await rowAt('2026-12-20T18:00:00.000Z')).completion).toEqual({
      expected: 0,
      answered: 0,
    });
  });

  it('names the next appointment that stands, from today on by the practice’s day', async () => {
    for (const day of ['2026-11-19', '2026-11-27', '2026-12-04']) await appoint(day);
    await appoint('2026-11-21', true);
    expect((await rowAt(NOW)).nextAppointmentOn).toBe('2026-11-27');
    // Still the 27th in Chicago.
    expect((await rowAt('2026-11-28T05:00:00.000Z')).nextAppointmentOn).toBe('2026-11-27');
    expect((await rowAt('2026-11-28T07:00:00.000Z')).nextAppointmentOn).toBe('2026-12-04');
  });

  it('says why nothing is sent, a crisis before anything else, while it lasts', async () => {
    await pause('away', '2026-11-18', '2026-11-20');
    expect((await rowAt(NOW)).sendingPaused).toBe('away');
    expect((await rowAt('2026-11-21T18:00:00.000Z')).sendingPaused).toBeNull();
    await pause('crisis', '2026-11-20', null);
    expect((await rowAt(NOW)).sendingPaused).toBe('crisis');
  });

  it('counts results since this clinician’s look, since the first of them', async () => {
    await scene.run((care) => respond(care, scene.clientId, 12));
    expect((await rowAt(NOW)).waiting.unseen).toEqual({ count: 1, since: '2026-11-20' });
    await scene.run((care) => care.looks.mark(scene.staffId, scene.clientId, NOW));
    expect((await rowAt(NOW)).waiting.unseen).toEqual({ count: 0, since: null });
  });
});

describe('a caseload', () => {
  it('is in the order of the rules, by one statement', async () => {
    await scene.run(async (care) => {
      for (const [name, tier] of [
        ['Bruno Tasker', 'review'],
        ['Zoe Abara', 'urgent'],
      ] as const) {
        const clientId = v7() as ClientId;
        await addClient(care, clientId, name);
        await care.caseload.assign(scene.staffId, clientId);
        await care.alerts.apply(clientId, { ...opening(), tier }, 0);
      }
    });
    expect(inCaseloadOrder(await caseloadAt(NOW)).map(({ client }) => client.displayName)).toEqual([
      'Zoe Abara',
      'Bruno Tasker',
      'Rosalind Achterberg',
    ]);
  });

  it('of a thousand clients is read by indexes, and within a second', async () => {
    const practice = await emptyPractice(database.store);
    const scope = scopeIn(practice);
    await fillPractice(
      database.asSuperuser,
      { ...practice, now: scope.now },
      { clients: 1000, weeks: 26 },
    );
    await database.asSuperuser('vacuum analyze');
    const rows = await database.asSuperuser<{ 'QUERY PLAN': readonly ExplainedPlan[] }>(
      `explain (analyze, buffers, format json) ${CASELOAD_STATEMENT}`,
      [practice.practiceId, practice.staffId, scope.now],
    );
    const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
    if (explained === undefined) expect.fail('no plan');
    expect(explained.Plan['Actual Rows']).toBe(1000);
    expect(scannedWhole(explained.Plan)).toEqual([]);
    expect(explained['Execution Time']).toBeLessThan(1000);
  });
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}

interface ExplainedPlan {
  readonly Plan: PlanNode;
  readonly 'Execution Time': number;
}

/** Tables that the history has filled and that are walked from end to end. */
function scannedWhole(node: PlanNode): string[] {
  const name = node['Relation Name'] ?? '';
  const grows = ['administration', 'response', 'alert'].includes(name);
  const own = node['Node Type'] === 'Seq Scan' && grows ? [name] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scannedWhole)];
}
