import { afterAll, beforeAll, expect, it } from 'vitest';
import { replay } from '#shared/alerts/replay/replay.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { aLink, answerAndSend, aStaffMember, submitForm } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';

const DAY = 86_400_000;

let backend: TestBackend;

beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

/** All that is stored of a client, as replaying needs it. */
async function recordOf({ practiceId, clientId }: Scene) {
  const seconds = await backend.database.asSuperuser<{ id: string; took: number }>(
    `select r.response_id as id,
       extract(epoch from max(a.saved_at) - min(a.saved_at))::float8 as took
     from care.response r join care.answer a using (practice_id, administration_id)
     where r.client_id = $1 group by 1`,
    [clientId],
  );
  return backend.care.store.inPractice(scopeOf(practiceId), async (care) => ({
    responses: await care.responses.ofClient(clientId),
    checkIns: await care.checkIns.ofClient(clientId),
    settings: await care.ruleSettings.history(),
    inCareSince: (await care.clients.find(clientId))?.inCareSince ?? expect.fail('no client'),
    seconds: new Map(seconds.map(({ id, took }) => [id, took])) as never,
  }));
}

it('every alert can be worked out again from what is stored, whatever the settings became', async () => {
  // Sessions are dated by the real time: these weeks lie before it.
  backend.clock.pass(-60 * DAY);
  const scene = await aScene(backend);
  const admin = await aStaffMember(backend, scene.practiceId, 'admin');
  const set = async (rule: string, version: number, fields: Readonly<Record<string, string>>) => {
    const form = { version: String(version), decision: 'save', ...fields };
    const saved = await submitForm(backend, `/alert-rules/${rule}`, form, { cookie: admin.cookie });
    expect(saved.headers.get('location')).toContain('saved=');
  };
  const answer = async (given: readonly (number | null)[]) => {
    backend.clock.pass(14 * DAY);
    const link = await aLink(backend, scene.practiceId, scene.clientId);
    await answerAndSend(backend, link, given);
  };

  await answer([2, 2, 2, 2, 2, 2, 2, 2, 0]);
  await set('C1', 0, { enabled: 'on', share: '1.5' });
  await answer([3, 3, 3, 3, 3, 3, 3, 3, null]);
  await set('C3', 1, { enabled: 'on', share: '1', belowEdge: '2' });
  await answer([0, 0, 0, 0, 0, 0, 0, 0, 2]);
  await set('C1', 2, { decision: 'defaults' });

  const { alerts } = await briefOf(backend, scene, scene.clinician);
  const own = alerts.filter(({ instrumentId }) => instrumentId === 'phq9');
  expect(own.length).toBeGreaterThan(3);
  const record = await recordOf(scene);
  const again = own.map((alert: Alert) => [alert.rule, replay(alert, record)] as const);
  for (const [rule, result] of again) {
    expect(result, rule).toMatchObject({ ok: true, value: { status: 'reproduced' } });
  }
});
