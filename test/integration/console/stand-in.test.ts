import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '#shared/contracts/calendar.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import {
  aLink,
  aStaffMember,
  call,
  openPage,
  type SignedIn,
  submitForm,
} from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;
let admin: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
  admin = await aStaffMember(backend, scene.practiceId, 'admin');
});
afterAll(() => backend.close());

const page = async (path: string, { cookie } = admin) =>
  (await openPage(backend, path, { cookie })).text();

const recorded = (action: string) =>
  backend.database.asSuperuser<{ subject: object; clientId: string | null }>(
    `select subject, client_id as "clientId" from care.audit_event
     where practice_id = $1 and action = $2 order by at, event_id`,
    [scene.practiceId, action],
  );

/** The client answers a risk item, and leaves the form. */
async function leaveRiskAnswer(): Promise<void> {
  const link = await aLink(backend, scene.practiceId, scene.clientId);
  await submitForm(backend, `${link}/q/9`, { answer: '2' });
  backend.clock.pass(60_000);
}

/** The message of a step about the scene's alert has left to somebody. */
async function tell({ staffId }: SignedIn): Promise<void> {
  const { practiceId, alertId, latestAt } = scene;
  const step = { staffId, way: 'email', alertId, ladderVersion: 0, step: 3 } as const;
  const now = instantOf(backend.clock.now);
  await backend.care.store.inPractice(scopeOf(practiceId, { now }), async ({ messages }) => {
    await messages.addOnce({ ...step, evidenceAt: latestAt, dueAt: now });
    for (const { messageId } of await messages.due(10)) await messages.sent(messageId);
  });
}

describe('who was told of a colleague’s client', () => {
  it.each(['clinician', 'admin'] as const)(
    'reads as %s that it waits, and whom to call',
    async (role) => {
      const backup = role === 'admin' ? admin : await aStaffMember(backend, scene.practiceId);
      expect(await page('/alerts', backup)).not.toContain('You were told of these');
      await tell(backup);
      const shown = await page('/alerts', backup);
      expect(shown).toContain(`an alert of a client of ${scene.clinician.displayName} waits since`);
      expect(shown).toContain(`Call ${scene.clinician.displayName} now.`);
      expect(shown).not.toContain('None of your clients’');
      expect(shown).not.toContain('Avery');
      expect(await recorded('standIn.listed')).toEqual([
        {
          subject: {
            clientIds: [scene.clientId],
            alertIds: [scene.alertId],
            administrationIds: [],
          },
          clientId: null,
        },
      ]);
    },
  );

  it('reads it no longer when somebody has said what was done', async () => {
    await tell(admin);
    const { alertId, latestAt: seenLatestAt, clinician } = scene;
    const done = { alertId, action: 'contactedClient', seenLatestAt };
    await call(backend, 'alerts.acknowledge', done, clinician.token);
    const shown = await page('/alerts');
    expect(shown).toContain('Nothing that you were told of still waits');
    expect(shown).not.toContain(clinician.displayName);
  });

  it('reads that a client is in nobody’s caseload', async () => {
    await tell(admin);
    const { practiceId, clinician } = scene;
    await backend.care.store.inPractice(scopeOf(practiceId), ({ staff }) =>
      staff.switchOff(clinician.staffId),
    );
    expect(await page('/alerts')).toContain('a client who is in nobody’s caseload waits since');
  });

  it('reads of a risk answer on a form that was left, until a clinician of the client looks', async () => {
    const { practiceId, clientId, clinician } = scene;
    await leaveRiskAnswer();
    const now = instantOf(backend.clock.now);
    await backend.care.store.inPractice(scopeOf(practiceId, { now }), async ({ messages }) => {
      const { staffId } = admin;
      await messages.sent(await messages.add({ purpose: 'answer', staffId, way: 'email' }));
    });
    const words = `A risk answer on a form that was not sent, of a client of ${clinician.displayName}`;
    expect(await page('/alerts')).toContain(words);
    backend.clock.pass(2 * 3_600_000);
    const { asOf, responseCounts } = await briefOf(backend, scene, clinician);
    await call(backend, 'look.mark', { clientId, asOf, responseCounts }, clinician.token);
    expect(await page('/alerts')).not.toContain(words);
  });

  it('reads it on the page of the caseload, where nobody urgent is not said', async () => {
    const backup = await aStaffMember(backend, scene.practiceId);
    const calm = 'None of your own clients has an urgent alert open';
    expect(await page('/caseload', backup)).toContain(calm);
    await tell(backup);
    const shown = await page('/caseload', backup);
    expect(shown).toContain(`an alert of a client of ${scene.clinician.displayName} waits since`);
    expect(shown).toContain('Your own clients: 0 in the caseload');
    expect(shown).not.toContain(calm);
    expect(shown).not.toContain('Avery');
    expect(await recorded('standIn.listed')).toHaveLength(1);
  });
});

describe('who was told of a risk answer on a form that an own client left', () => {
  it('reads that there is one, and never that none is open', async () => {
    const { alertId, latestAt: seenLatestAt, clinician } = scene;
    const done = { alertId, action: 'contactedClient', seenLatestAt };
    await call(backend, 'alerts.acknowledge', done, clinician.token);
    const none = 'None of your clients’ urgent or safety alerts is open.';
    expect(await page('/alerts', clinician)).toContain(none);
    await leaveRiskAnswer();
    const shown = await page('/alerts', clinician);
    expect(shown).toContain('1 form was left with a risk answer');
    expect(shown).not.toContain(none);
    expect(shown).not.toContain('Avery');
  });
});
