import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { AlertId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aLink, answerAndSend, aStaffMember, call, valueOf } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';

const HOUR = 3_600_000;

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
});
afterAll(() => backend.close());

type Seen = { readonly alertId: AlertId; readonly seenLatestAt: Instant };

const snooze = (seen: Seen = scene.mayWait, { token } = scene.clinician) =>
  call(backend, 'alerts.snooze', seen, token);

async function refusal(reply: Response): Promise<string> {
  const { error } = (await reply.json()) as { error: { data: { refusal: string } } };
  return error.data.refusal;
}

async function snoozed() {
  const { alerts } = await briefOf(backend, scene, scene.clinician);
  return alerts.find(({ alertId }) => alertId === scene.mayWait.alertId)?.snoozed;
}

async function recorded(action: string): Promise<readonly object[]> {
  return backend.database.asSuperuser(
    'select subject from care.audit_event where practice_id = $1 and action = $2',
    [scene.practiceId, action],
  );
}

/** The client answers the measure of the alert that was put aside. */
async function answerGad7() {
  const link = await aLink(backend, scene.practiceId, scene.clientId, 'gad7');
  await answerAndSend(backend, link, [0, 0, 0, 0, 0, 0, 0]);
}

describe('putting an alert aside', () => {
  it('is shown with who did it and when, and recorded; twice is once', async () => {
    const first = await valueOf<{ at: string }>(await snooze());
    backend.clock.pass(HOUR);
    expect(await valueOf(await snooze())).toEqual(first);
    expect(await snoozed()).toEqual({ by: expect.stringMatching(/^Staff/), at: first.at });
    expect(await recorded('alert.snoozed')).toEqual([
      { subject: { alertId: scene.mayWait.alertId, rule: 'C1' } },
    ]);
  });

  it('ends with the next answer to its measure', async () => {
    await snooze();
    await answerGad7();
    expect(await snoozed()).toBeNull();
    const ended = [...(await recorded('alert.woken')), ...(await recorded('alert.resolved'))];
    expect(ended).toContainEqual({
      subject: { alertId: scene.mayWait.alertId, rule: 'C1' },
    });
  });

  it('lasts while another measure is answered', async () => {
    await snooze();
    const link = await aLink(backend, scene.practiceId, scene.clientId);
    await answerAndSend(backend, link, [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(await snoozed()).not.toBeNull();
  });

  it('ends when the alert is closed', async () => {
    await snooze();
    const { alertId, seenLatestAt } = scene.mayWait;
    const done = { alertId, seenLatestAt, action: 'notUseful' };
    await valueOf(await call(backend, 'alerts.acknowledge', done, scene.clinician.token));
    expect(await snoozed()).toBeNull();
    expect(await refusal(await snooze())).toBe('alreadyAcknowledged');
  });
});

describe('what is not put aside', () => {
  it('is an alert about danger', async () => {
    const reply = await snooze({ alertId: scene.alertId, seenLatestAt: scene.latestAt });
    expect(reply.status).toBe(409);
    expect(await refusal(reply)).toBe('mayNotWait');
    expect(await recorded('alert.snoozed')).toEqual([]);
  });

  it('is one about danger for the database either, whatever the code says', async () => {
    await expect(
      backend.database.asSuperuser(
        'update care.alert set snoozed_by = $1, snoozed_at = opened_at where alert_id = $2',
        [scene.clinician.staffId, scene.alertId],
      ),
    ).rejects.toThrow('alert_snoozed');
  });

  it('is one with evidence that was not on screen', async () => {
    const earlier = '2026-01-01T00:00:00.000Z' as Instant;
    const reply = await snooze({ ...scene.mayWait, seenLatestAt: earlier });
    expect(await refusal(reply)).toBe('newerEvidence');
    expect(await snoozed()).toBeNull();
  });

  it('is the alert of somebody else’s client, which is answered as absent', async () => {
    const colleague = await aStaffMember(backend, scene.practiceId);
    const other = await aScene(backend);
    for (const { token } of [colleague, other.clinician]) {
      const reply = await call(backend, 'alerts.snooze', scene.mayWait, token);
      expect(await refusal(reply)).toBe('notFound');
    }
    const admin = await aStaffMember(backend, scene.practiceId, 'admin');
    expect((await snooze(scene.mayWait, admin)).status).toBe(403);
  });
});
