import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateInZone } from '#shared/contracts/calendar.ts';
import type { AlertId, ClientId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { anOwnForm, anOwnFormLink, answerOwnForm } from '#test/support/own-form.ts';
import { aClient, aLink, answerAndSend, call, valueOf } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

const DAY = 86_400_000;
const NOTHING = [0, 0, 0, 0, 0, 0, 0, 0, 0];
const NO_ANXIETY = [0, 0, 0, 0, 0, 0, 0];

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

/** Runs so many rounds, one right after the other. */
async function rounds(count = 1): Promise<void> {
  const stop = new AbortController();
  let done = 0;
  await backend.judgeCheckIns(stop.signal, async () => {
    done += 1;
    if (done === count) stop.abort();
  });
}

/** Sends two check-ins that nobody answers, and lets them fall due. */
async function fallSilent(clientId = scene.clientId, practiceId = scene.practiceId) {
  for (let sent = 0; sent < 2; sent += 1) {
    await aLink(backend, practiceId, clientId);
    backend.clock.pass(7 * DAY);
  }
}

interface Row {
  readonly alertId: AlertId;
  readonly rule: string;
  readonly status: string;
  readonly seen: number;
}

async function silence(clientId = scene.clientId): Promise<readonly Row[]> {
  return backend.database.asSuperuser<Row>(
    `select alert_id as "alertId", rule, status, jsonb_array_length(evidence) as seen
     from care.alert where client_id = $1 and rule in ('M1', 'M2') order by opened_at, rule`,
    [clientId],
  );
}

/** A client who has never answered anything of concern. */
async function anotherClient(): Promise<ClientId> {
  const { practiceId, clinician } = scene;
  const other = { displayName: 'Robin Hale', birthDate: '1984-05-02' };
  const clientId = await aClient(backend, practiceId, clinician, other);
  await answerAndSend(backend, await aLink(backend, practiceId, clientId), NOTHING);
  return clientId;
}

async function closeBy(alertId: AlertId): Promise<void> {
  const { practiceId, clinician } = scene;
  const now = backend.care.now();
  await backend.care.store.inPractice(scopeOf(practiceId, { now }), async ({ alerts }) => {
    const seenLatestAt = (await alerts.find(alertId))?.latestAt ?? now;
    await alerts.acknowledge(alertId, clinician.staffId, {
      action: 'contactedClient',
      protocolVersion: 0,
      words: 'Contacted the client',
      sentence: null,
      seenLatestAt,
    });
  });
}

describe('a client who falls silent', () => {
  it('raises an urgent alert after an answer of concern, which is told and recorded', async () => {
    await fallSilent();
    expect(await silence()).toEqual([]);
    await rounds();
    const [alert, ...others] = await silence();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ rule: 'M1', status: 'open', seen: 1 });
    const told = await backend.database.asSuperuser<{ step: number }>(
      `select step from care.message where practice_id = $1 and alert_id = $2 order by step`,
      [scene.practiceId, alert?.alertId],
    );
    expect(told.map(({ step }) => step)).toEqual([1, 2, 3]);
    const recorded = await backend.database.asSuperuser<{ actor_id: string }>(
      `select actor_id from care.audit_event
       where action = 'alert.opened' and subject->>'alertId' = $1`,
      [alert?.alertId],
    );
    expect(recorded).toEqual([{ actor_id: 'checkInRound' }]);
  });

  it('is information otherwise', async () => {
    const clientId = await anotherClient();
    await fallSilent(clientId);
    await rounds();
    expect(await silence(clientId)).toMatchObject([{ rule: 'M2', status: 'open' }]);
  });

  it('is told of once, however many rounds and backends look', async () => {
    await fallSilent();
    await Promise.all([rounds(3), rounds(3), rounds(3)]);
    backend.clock.pass(DAY);
    await rounds();
    expect(await silence()).toMatchObject([{ rule: 'M1', status: 'open', seen: 1 }]);
  });

  it('is not brought up again when somebody has dealt with it, unless more is missed', async () => {
    await fallSilent();
    await rounds();
    const [alert] = await silence();
    await closeBy(alert?.alertId ?? expect.fail('no alert'));
    backend.clock.pass(DAY);
    await rounds(2);
    expect(await silence()).toMatchObject([{ status: 'acknowledged' }]);
    await fallSilent();
    await rounds();
    expect(await silence()).toMatchObject([{ status: 'acknowledged' }, { status: 'open' }]);
  });

  it('ends with the answer, in the transaction of the answer', async () => {
    await fallSilent();
    await rounds();
    const link = await aLink(backend, scene.practiceId, scene.clientId);
    await answerAndSend(backend, link, NOTHING);
    const [alert] = await silence();
    // One answer breaks the row; that half of the check-ins were missed may still hold.
    expect(alert?.status).toBe('open');
    backend.clock.pass(40 * DAY);
    const next = await aLink(backend, scene.practiceId, scene.clientId);
    await answerAndSend(backend, next, NOTHING);
    expect((await silence())[0]?.status).toBe('resolved');
  });

  it('does not end with an answer to something else, however old the silence has grown', async () => {
    const { practiceId, clientId } = scene;
    await fallSilent();
    await rounds();
    // From now on nothing is missed any more once the half that was has grown old.
    await answerAndSend(backend, await aLink(backend, practiceId, clientId), NOTHING);
    backend.clock.pass(40 * DAY);
    await answerAndSend(backend, await aLink(backend, practiceId, clientId, 'gad7'), NO_ANXIETY);
    const form = await anOwnForm(backend, scene);
    await answerOwnForm(backend, await anOwnFormLink(backend, scene, form), [7]);
    await backend.database.asSuperuser(
      `update directory.session set expires_at = expires_at + interval '200 days'`,
    );
    // Putting an old answer to the same form right is not hearing from the client either.
    const right = { responseId: v7(), supersedes: scene.responseId, reason: 'a slip' };
    await valueOf(
      await call(
        backend,
        'responses.correct',
        { clientId, ...right, answers: NOTHING },
        scene.clinician.token,
      ),
    );
    expect(await silence()).toMatchObject([{ rule: 'M1', status: 'open' }]);
    await answerAndSend(backend, await aLink(backend, practiceId, clientId), NOTHING);
    expect(await silence()).toMatchObject([{ rule: 'M1', status: 'resolved' }]);
  });

  it('and of whom an answer was of concern is not taken off the list by time, nor by a mark', async () => {
    await fallSilent();
    await rounds();
    const link = await aLink(backend, scene.practiceId, scene.clientId);
    await answerAndSend(backend, link, NOTHING);
    backend.clock.pass(40 * DAY);
    await rounds();
    expect(await silence()).toMatchObject([{ rule: 'M1', status: 'open' }]);
    const { practiceId, clinician, clientId } = scene;
    const on = dateInZone(backend.care.now(), 'America/Chicago');
    await backend.care.store.inPractice(
      scopeOf(practiceId, { now: backend.care.now() }),
      ({ episodes }) => episodes.mark({ clientId, kind: 'ended', on }, clinician.staffId),
    );
    backend.clock.pass(2 * DAY);
    await rounds();
    expect(await silence()).toMatchObject([{ rule: 'M1', status: 'open' }]);
  });
});

describe('a round', () => {
  it('looks at nobody once the signal is aborted', async () => {
    await fallSilent();
    await backend.judgeCheckIns(AbortSignal.abort(), async () => {
      throw new Error('waits for nothing');
    });
    expect(await silence()).toEqual([]);
  });

  it('looks at a client once a day of the practice', async () => {
    await fallSilent();
    await rounds();
    const day = async () => {
      const [row] = await backend.database.asSuperuser<{ day: string }>(
        'select check_ins_judged_on::text as day from care.client where client_id = $1',
        [scene.clientId],
      );
      return row?.day ?? '';
    };
    const first = await day();
    await rounds();
    expect(await day()).toBe(first);
    backend.clock.pass(DAY);
    await rounds();
    expect((await day()) > first).toBe(true);
  });

  it('goes on with the next client when one can’t be judged, and logs no value', async () => {
    const broken = await anotherClient();
    await fallSilent(broken);
    await fallSilent();
    await backend.database.asSuperuser(
      `update care.response set score = '{"status":"scored"}' where client_id = $1`,
      [broken],
    );
    await rounds();
    expect(await silence(broken)).toEqual([]);
    expect(await silence()).toMatchObject([{ rule: 'M1' }]);
    expect(backend.logged()).toContain('missed check-ins not judged');
    expect(backend.logged()).not.toContain('Hale');
  });

  it('keeps practices apart', async () => {
    const other = await aScene(backend);
    await fallSilent();
    await rounds();
    expect(await silence(other.clientId)).toEqual([]);
    const rows = await backend.database.asSuperuser<{ practice_id: string }>(
      `select distinct practice_id from care.alert where client_id = $1`,
      [scene.clientId],
    );
    expect(rows).toEqual([{ practice_id: scene.practiceId }]);
  });
});
