import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaffContact } from '#backend/store/staff-contacts.ts';
import { startTestBackend, type TestBackend, testBackendOn } from '#test/support/backend.ts';
import { aLink, answerAndSend } from '#test/support/practice.ts';
import { aLadderScene, INES, inPractice, type LadderScene } from './a-ladder.ts';

/** Item 9 answered higher than the last time. */
const HIGHER = [1, 1, 1, 1, 1, 1, 1, 1, 2];
const PHONE_ALONE = { email: null, phone: INES.phone };

let first: TestBackend;
/** The same practices, served without texts. */
let mailAlone: TestBackend;
let scene: LadderScene;

beforeAll(async () => {
  first = await startTestBackend();
  mailAlone = testBackendOn(first.database, { text: null });
});
beforeEach(async () => {
  scene = await aLadderScene(first);
});
afterAll(() => first.close());

const reach = (staffId: LadderScene['backup'], contact: StaffContact) =>
  inPractice(first, scene, ({ staffContacts }) => staffContacts.put(staffId, contact));

async function answerOn(backend: TestBackend): Promise<void> {
  backend.clock.reset();
  const link = await aLink(backend, scene.practiceId, scene.clientId);
  await answerAndSend(backend, link, HIGHER);
}

/** Who is told at which step, by what leaves the building. */
async function told() {
  const rows = await first.database.asSuperuser<{ step: number; staff: string; way: string }>(
    `select step, staff_id as staff, way from care.message
     where practice_id = $1 and ladder_version = 1 and way <> 'browser' order by step, way`,
    [scene.practiceId],
  );
  return rows.map(({ step, staff, way }) => [
    step,
    staff === scene.backup ? 'backup' : 'clinician',
    way,
  ]);
}

const untold = () =>
  first.database.asSuperuser(
    `select from care.audit_event
     where practice_id = $1 and action = 'alert.nobodyToTell'
       and subject ->> 'alertId' in (
         select alert_id::text from care.message where practice_id = $1 and ladder_version = 1)`,
    [scene.practiceId],
  );

describe('a server without texts', () => {
  it('tells who stands in where the clinician has a telephone alone', async () => {
    await reach(scene.clinician.staffId, PHONE_ALONE);
    await answerOn(mailAlone);
    expect(await told()).toEqual([
      [1, 'backup', 'email'],
      [2, 'backup', 'email'],
      [3, 'backup', 'email'],
    ]);
    expect(await untold()).toEqual([]);
  });

  it('tells a clinician by mail what the ladder says by text', async () => {
    await answerOn(mailAlone);
    expect(await told()).toEqual([
      [1, 'clinician', 'email'],
      [2, 'clinician', 'email'],
      [3, 'backup', 'email'],
    ]);
  });

  it('records that nobody can be told, and has it written for when it sends texts', async () => {
    await reach(scene.clinician.staffId, PHONE_ALONE);
    await reach(scene.backup, { email: null, phone: null });
    await answerOn(mailAlone);
    expect(await untold()).toHaveLength(1);
    expect(await told()).toEqual([
      [1, 'clinician', 'text'],
      [2, 'clinician', 'text'],
      [3, 'clinician', 'text'],
    ]);
  });
});
