import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inCaseloadOrder } from '#shared/caseload/order.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import { CaseloadRow } from '#shared/contracts/caseload.ts';
import type { AdministrationId, ClientId, StaffId } from '#shared/contracts/ids.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import {
  addClient,
  briefRead,
  NOW,
  opening,
  type Scene,
  scoreOf,
  sendMeasure,
  setScene,
} from './scene.ts';

const HALF_A_YEAR_ON = '2027-05-20T18:58:00.000Z';
const NEXT_VISIT = '2027-05-27T18:58:00.000Z';

let database: TestDatabase;
let scene: Scene;
let form: AdministrationId;

beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  scene = await setScene(database.store);
  form = await scene.run((care) =>
    sendMeasure(care, scene.clientId, { instrumentId: 'phq9', dueOn: '2026-11-23' }),
  );
});
afterAll(() => database.close());

const answer = (item: number, value: number | null) =>
  scene.run((care) => care.administrations.saveAnswer(form, item, value));

const look = (at: string, staffId = scene.staffId) =>
  scene.run((care) => care.looks.mark(staffId, scene.clientId, at as Instant));

/** The items of risk answers not sent that a clinician's brief and caseload show at a moment. */
async function shown(now: string, staffId = scene.staffId): Promise<readonly number[]> {
  return database.store.inPractice(scene.at(now), async (care) => {
    const { clientId } = scene;
    const event = briefRead(clientId);
    const facts = BriefFacts.parse(await care.brief.ofClient(clientId, staffId, event));
    const rows = (await care.caseload.list(staffId)).map((row) => CaseloadRow.parse(row));
    const items = facts.checkIns.flatMap(({ unsentRiskAnswer }) =>
      unsentRiskAnswer === null ? [] : [unsentRiskAnswer.item],
    );
    expect(rows.find(({ client }) => client.clientId === clientId)?.waiting.unsentRisk.count).toBe(
      items.length,
    );
    return items;
  });
}

describe('a positive risk answer on a form that was not sent', () => {
  it('puts its client before everybody without an emergency', async () => {
    const others: readonly (readonly [string, 'emergency' | 'urgent'])[] = [
      ['Bruno Tasker', 'urgent'],
      ['Zoe Abara', 'emergency'],
    ];
    await answer(9, 1);
    await scene.run(async (care) => {
      for (const [name, tier] of others) {
        const clientId = v7() as ClientId;
        await addClient(care, clientId, name);
        await care.caseload.assign(scene.staffId, clientId);
        await care.alerts.apply(clientId, { ...opening(), tier }, 0);
      }
    });
    const rows = inCaseloadOrder(await scene.run((care) => care.caseload.list(scene.staffId)));
    expect(
      rows.map(({ client, waiting }) => [client.displayName, waiting.unsentRisk.count]),
    ).toEqual([
      ['Rosalind Achterberg', 1],
      ['Zoe Abara', 0],
      ['Bruno Tasker', 0],
    ]);
  });

  it('does not vanish with age, however long nobody looks', async () => {
    await answer(9, 2);
    for (const now of [NOW, HALF_A_YEAR_ON, '2031-05-20T18:58:00.000Z']) {
      expect(await shown(now), now).toEqual([9]);
    }
  });

  it('stays through the visit in which it was read, and goes after that', async () => {
    await answer(9, 2);
    await look(HALF_A_YEAR_ON);
    expect(await shown('2027-05-20T19:40:00.000Z')).toEqual([9]);
    expect(await shown(NEXT_VISIT)).toEqual([]);
  });

  it('stays for 90 days in any case', async () => {
    await answer(9, 2);
    await look('2026-11-22T10:00:00.000Z');
    expect(await shown('2026-12-20T10:00:00.000Z')).toEqual([9]);
    expect(await shown(NEXT_VISIT)).toEqual([]);
  });

  it('was not read in a look from before it, nor surely in one soon after it', async () => {
    await look('2026-11-20T18:00:00.000Z');
    await answer(9, 2);
    expect(await shown(HALF_A_YEAR_ON)).toEqual([9]);
    await look('2026-11-20T19:10:00.000Z');
    expect(await shown(HALF_A_YEAR_ON)).toEqual([9]);
  });

  it('was read by one clinician, not by the other', async () => {
    const colleague = v7() as StaffId;
    await scene.run(async (care) => {
      const role = 'clinician';
      await care.staff.add({ staffId: colleague, displayName: 'Lou Berg', role, active: true });
      await care.caseload.assign(colleague, scene.clientId);
    });
    await answer(9, 2);
    await look(HALF_A_YEAR_ON);
    expect(await shown(NEXT_VISIT)).toEqual([]);
    expect(await shown(NEXT_VISIT, colleague)).toEqual([9]);
  });

  it('goes when it is changed to one that is not positive, and comes back', async () => {
    await answer(9, 2);
    await answer(9, 0);
    expect(await shown(HALF_A_YEAR_ON)).toEqual([]);
    await answer(9, 1);
    expect(await shown(HALF_A_YEAR_ON)).toEqual([9]);
    await answer(9, null);
    expect(await shown(HALF_A_YEAR_ON)).toEqual([]);
  });

  it('goes when the form is sent: from then on the rules speak', async () => {
    await answer(9, 2);
    const answeredOn = '2026-11-20' as CalendarDate;
    await scene.run((care) =>
      care.responses.submit(form, { answeredOn, answers: [], score: scoreOf(2) }),
    );
    expect(await shown(NOW)).toEqual([]);
    expect(await shown(HALF_A_YEAR_ON)).toEqual([]);
  });

  it('keeps no other old form in the brief', async () => {
    await answer(1, 3);
    const facts = await database.store.inPractice(scene.at(HALF_A_YEAR_ON), (care) =>
      care.brief.ofClient(scene.clientId, scene.staffId, briefRead(scene.clientId)),
    );
    expect(facts?.checkIns).toEqual([]);
  });
});
