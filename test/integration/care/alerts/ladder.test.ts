import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeJudgement } from '#backend/care/alert-changes.ts';
import { tellByLadder } from '#backend/care/alerts/tell-staff.ts';
import { switchOffStaff } from '#backend/care/switch-off-staff.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { AlertId, StaffId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend, testBackendOn } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import {
  aLink,
  answerAndSend,
  aStaffMember,
  call,
  submitForm,
  valueOf,
} from '#test/support/practice.ts';
import { briefOf } from '#test/support/scene.ts';
import { aLadderScene, INES, inPractice, type LadderScene, listening } from './a-ladder.ts';

/** Item 9 answered higher than the last time. */
const HIGHER = [1, 1, 1, 1, 1, 1, 1, 1, 2];
const HIGHEST = [1, 1, 1, 1, 1, 1, 1, 1, 3];

let backend: TestBackend;
let scene: LadderScene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aLadderScene(backend);
});
afterAll(() => backend.close());

async function answer(answers: readonly number[]): Promise<void> {
  await answerAndSend(backend, await aLink(backend, scene.practiceId, scene.clientId), answers);
}

async function riskAlert() {
  const { alerts } = await briefOf(backend, scene, scene.clinician);
  const found = alerts.find(({ rule, status }) => rule === 'S2' && status === 'open');
  return found ?? expect.fail('no open risk alert');
}

async function acknowledge(): Promise<void> {
  const { alertId, latestAt: seenLatestAt } = await riskAlert();
  const done = { alertId, action: 'contactedClient', seenLatestAt };
  await valueOf(await call(backend, 'alerts.acknowledge', done, scene.clinician.token));
}

const rows = <Row extends object>(sql: string) =>
  backend.database.asSuperuser<Row>(sql, [scene.practiceId]);

/** How many messages of the practice's ladder have which end. */
async function messages() {
  const [row] = await rows<{ waiting: number; cancelled: number; sent: number }>(
    `select count(*) filter (where sent_at is null and cancelled_at is null)::int as waiting,
       count(cancelled_at)::int as cancelled, count(sent_at)::int as sent
     from care.message where practice_id = $1 and purpose = 'alert' and ladder_version = 1`,
  );
  return row;
}

describe('an alert that nobody acknowledges', () => {
  it('goes up the ladder by the clock, also through a restart, and tells each step once', async () => {
    await answer(HIGHER);
    const { told, pass } = listening(backend, scene);
    await pass(0);
    await pass(14);
    expect(told).toEqual([`0 ${INES.email}`]);
    const restarted = testBackendOn(backend.database);
    restarted.clock.now = backend.clock.now;
    await pass(1, restarted);
    await pass(44, restarted);
    expect(told).toEqual([`0 ${INES.email}`, `15 ${INES.phone}`]);
    restarted.clock.pass(60_000);
    await Promise.all([pass(0, restarted), pass(0, restarted), pass(0, restarted)]);
    await pass(600, restarted);
    expect(told.slice(2)).toEqual(['60 backup@elm-street.example']);
  });

  it('has its messages written by the transaction that wrote the answer', async () => {
    await answer(HIGHER);
    const written = await rows<{ at: string; count: number }>(
      `select m.xmin::text as at, count(*)::int as count
       from care.message m join care.alert a using (practice_id, alert_id)
         join care.response r on r.practice_id = m.practice_id and r.xmin = m.xmin
       where m.practice_id = $1 and a.xmin = m.xmin group by 1`,
    );
    expect(written).toMatchObject([{ count: 3 }]);
  });

  it('leaves no answer without them: what can not be told is not stored', async () => {
    const link = await aLink(backend, scene.practiceId, scene.clientId);
    const { asSuperuser } = backend.database;
    await asSuperuser('revoke insert on care.message from throughline_app');
    try {
      await answerAndSend(backend, link, HIGHER);
    } finally {
      await asSuperuser('grant insert on care.message to throughline_app');
    }
    const count = 'select from care.response where practice_id = $1';
    expect(await rows(count)).toHaveLength(1);
    await submitForm(backend, `${link}/submit`, {});
    expect(await rows(count)).toHaveLength(2);
    expect(await messages()).toEqual({ waiting: 3, cancelled: 0, sent: 0 });
  });
});

describe('the ladder ends', () => {
  it('when somebody says what was done, for every step that is still to come', async () => {
    await answer(HIGHER);
    const { told, pass } = listening(backend, scene);
    await pass(0);
    await acknowledge();
    await pass(600);
    expect(told).toEqual([`0 ${INES.email}`]);
    expect(await messages()).toEqual({ waiting: 0, cancelled: 2, sent: 1 });
  });

  it('not when it was only seen', async () => {
    await answer(HIGHER);
    const { alertId, latestAt } = await riskAlert();
    const seen = { alerts: [{ alertId, latestAt }] };
    await valueOf(await call(backend, 'alerts.seen', seen, scene.clinician.token));
    expect(await messages()).toMatchObject({ waiting: 3 });
  });

  it('and begins anew with new evidence', async () => {
    await answer(HIGHER);
    const first = listening(backend, scene);
    await first.pass(20);
    await answer(HIGHEST);
    const { told, pass } = listening(backend, scene);
    await pass(0);
    await pass(60);
    const after = [`60 ${INES.phone}`, '60 backup@elm-street.example'];
    expect(told.toSorted()).toEqual([`0 ${INES.email}`, ...after]);
    expect(await messages()).toMatchObject({ waiting: 0, cancelled: 1 });
  });
});

describe('who takes a client over', () => {
  it('is told of what waits from then on, and nobody is told twice', async () => {
    await answer(HIGHER);
    const { told, pass } = listening(backend, scene);
    await pass(0);
    await pass(20);
    const { practiceId, clinician, backup: successor } = scene;
    const scope = scopeOf(practiceId, { now: backend.care.now() });
    await switchOffStaff(backend.care, scope, { staffId: clinician.staffId, successor });
    await pass(0);
    await pass(600);
    expect(told).toEqual([
      `0 ${INES.email}`,
      `20 ${INES.phone}`,
      '20 backup@elm-street.example',
      '620 backup@elm-street.example',
      '620 backup@elm-street.example',
    ]);
  });
});

/** Somebody leaves: the client's clinician, where nobody is named. */
const switchOff = (successor: StaffId | null, staffId = scene.clinician.staffId) => {
  const scope = scopeOf(scene.practiceId, { now: backend.care.now() });
  return switchOffStaff(backend.care, scope, { staffId, successor });
};

describe('nobody falls between two clinicians', () => {
  it('when somebody leaves without a successor: the ladder begins with who stands in', async () => {
    await answer(HIGHER);
    const { told, pass } = listening(backend, scene);
    await switchOff(null);
    await pass(0);
    expect(told).toEqual(['0 backup@elm-street.example']);
  });

  it('when the backup person leaves: that is told, and an admin stands in for them', async () => {
    const { practiceId, backup } = scene;
    const { staffId } = await aStaffMember(backend, practiceId, 'admin');
    await inPractice(backend, scene, ({ staffContacts }) =>
      staffContacts.put(staffId, { email: 'office@elm-street.example', phone: null }),
    );
    expect(await switchOff(null, backup)).toMatchObject({ namedInLadder: true });
    await answer(HIGHER);
    const { told, pass } = listening(backend, scene);
    await pass(0);
    await pass(15);
    await pass(45);
    expect(told).toEqual([`0 ${INES.email}`, `15 ${INES.phone}`, '60 office@elm-street.example']);
    expect(await switchOff(null)).toMatchObject({ namedInLadder: false });
  });

  it('when the backup person leaves while the ladder runs: an admin is told in their place, once', async () => {
    const { practiceId, backup } = scene;
    const { staffId } = await aStaffMember(backend, practiceId, 'admin');
    await inPractice(backend, scene, ({ staffContacts }) =>
      staffContacts.put(staffId, { email: 'office@elm-street.example', phone: null }),
    );
    await answer(HIGHER);
    const { told, pass } = listening(backend, scene);
    await pass(5);
    await switchOff(null, backup);
    await pass(10);
    await pass(45);
    await pass(0);
    expect(told).toEqual([`5 ${INES.email}`, `15 ${INES.phone}`, '60 office@elm-street.example']);
    const dead = await inPractice(backend, scene, (care) => care.messages.dead(10));
    expect(dead).toMatchObject([{ staffId: backup, failure: 'noAddress' }]);
  });

  it('when the clinician leaves, for the steps that are to come: those of the successor take their place', async () => {
    await answer(HIGHER);
    const { told, pass } = listening(backend, scene);
    await pass(0);
    await switchOff(scene.backup);
    await pass(0);
    await pass(15);
    const successor = 'backup@elm-street.example';
    expect(told).toEqual([`0 ${INES.email}`, `0 ${successor}`, `15 ${successor}`]);
    expect(await inPractice(backend, scene, (care) => care.messages.dead(10))).toEqual([]);
  });

  it('when an alert is written while its clinician leaves: the successor is told', async () => {
    const { told, pass } = listening(backend, scene);
    const written = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const submission = inPractice(backend, scene, async (care) => {
      await care.clients.hold(scene.clientId);
      await openAlert(care);
      written.resolve();
      await goOn.promise;
    });
    await written.promise;
    let hasLeft = false;
    const leaving = switchOff(scene.backup).finally(() => {
      hasLeft = true;
    });
    await expect.poll(async () => hasLeft || (await isSomebodyWaiting())).toBe(true);
    goOn.resolve();
    await Promise.all([submission, leaving]);
    await pass(0);
    expect(told).toEqual(['0 backup@elm-street.example']);
  });
});

/** Opens an urgent alert that may be put aside and writes its ladder, as a submission does. */
async function openAlert(care: CareRepositories): Promise<AlertId> {
  const { clientId } = scene;
  const now = instantOf(backend.clock.now);
  const [known] = (await briefOf(backend, scene, scene.clinician)).alerts;
  const { ruleVersion, parameters, evidence } = known ?? expect.fail('no alert');
  const facts = { ruleVersion, parameters, evidence, openedAt: now, latestAt: now };
  const what = { change: 'open', rule: 'S3', instrumentId: 'pcl5', tier: 'urgent' } as const;
  const alertId = await care.alerts.apply(clientId, { ...what, ...facts }, 0);
  await tellByLadder(
    care,
    { clientId, alertId, tier: 'urgent', latestAt: now },
    backend.care.channels,
  );
  return alertId;
}

async function isSomebodyWaiting(): Promise<boolean> {
  const waiting = await backend.database.asSuperuser(
    `select from pg_stat_activity where usename = 'throughline_app' and wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
}

describe('an alert that was put aside', () => {
  it('begins its ladder anew when the next answer brings it back', async () => {
    await inPractice(backend, scene, async (care) => {
      const alertId = await openAlert(care);
      await care.alerts.snooze(alertId, scene.clinician.staffId);
      await care.messages.cancelUnsentOfAlert(alertId);
    });
    expect(await messages()).toMatchObject({ waiting: 0 });
    backend.clock.pass(60_000);
    const { told, pass } = listening(backend, scene);
    await inPractice(backend, scene, async (care) => {
      const { clientId } = scene;
      const open = await care.alerts.holdOpenOf(clientId);
      const now = instantOf(backend.clock.now);
      const { channels } = backend.care;
      const answered = { outcomes: [], answered: ['pcl5'], settingsVersion: 0 };
      await writeJudgement(care, { clientId, ...answered, open, now, channels });
    });
    expect(await messages()).toMatchObject({ waiting: 3 });
    await pass(0);
    expect(told).toEqual([`0 ${INES.email}`]);
  });
});

describe('an alert of a practice in which nobody has an address', () => {
  it('is recorded as one that nobody could be told of', async () => {
    const nowhere = { email: null, phone: null };
    await inPractice(backend, scene, async ({ staffContacts }) => {
      await staffContacts.put(scene.clinician.staffId, nowhere);
      await staffContacts.put(scene.backup, nowhere);
    });
    await answer(HIGHER);
    const { alertId } = await riskAlert();
    const recorded = await rows(
      `select client_id as "clientId", subject from care.audit_event
       where practice_id = $1 and action = 'alert.nobodyToTell'
       order by at desc, event_id desc limit 1`,
    );
    expect(recorded).toEqual([{ clientId: scene.clientId, subject: { alertId } }]);
  });

  it('is told to the one it names where its clinician alone has none', async () => {
    await inPractice(backend, scene, ({ staffContacts }) =>
      staffContacts.put(scene.clinician.staffId, { email: null, phone: null }),
    );
    await answer(HIGHER);
    const { told, pass } = listening(backend, scene);
    await pass(0);
    expect(told).toEqual(['0 backup@elm-street.example']);
  });
});

describe('what the ladder leaves alone', () => {
  it('is an answer that is as it was: it waits in the list', async () => {
    await answer([1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(await riskAlert()).toMatchObject({ tier: 'review' });
    expect(await messages()).toEqual({ waiting: 0, cancelled: 0, sent: 0 });
  });

  it('is who was switched off: the one it names is told in their place', async () => {
    await inPractice(backend, scene, ({ staff }) => staff.switchOff(scene.clinician.staffId));
    await answer(HIGHER);
    const { told, pass } = listening(backend, scene);
    await pass(0);
    expect(told).toEqual(['0 backup@elm-street.example']);
  });
});
