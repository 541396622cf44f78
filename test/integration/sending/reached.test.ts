import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operatorScope } from '#backend/care/deps.ts';
import { renewLink } from '#backend/care/renew-link.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import { CaseloadRow } from '#shared/contracts/caseload.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { aLink } from '#test/support/practice.ts';
import { goTo, messagesTo, type SendingScene, sendingScene, wentOut } from './sending-scene.ts';

let backend: TestBackend;
let scene: SendingScene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await sendingScene(backend);
});
afterAll(() => backend.close());

const send = (by: 'message' | 'link') =>
  scene.done('plans.sendNow', {
    clientId: scene.clientId,
    administrationId: v7(),
    measureId: 'phq9',
    by,
    oftenMeant: false,
  });

/** The relay refused what waits, for good. */
const refused = () =>
  backend.database.asSuperuser(
    'update care.message set gave_up_at = $2 where client_id = $1 and sent_at is null',
    [scene.clientId, backend.clock.now.toISOString()],
  );

/** What counts as a check-in for the rules, the panel and the caseload once it is past due. */
async function counted() {
  goTo(backend, 7, 9);
  const { practiceId, clinician, clientId } = scene;
  const { staffId } = clinician;
  const event = { action: 'brief.read', clientId, subject: {} } as const;
  return backend.care.store.inPractice(
    scopeOf(practiceId, { now: backend.care.now() }),
    async (care) => {
      const ofRules = await care.checkIns.ofClient(clientId);
      const brief = await care.brief.ofClient(clientId, staffId, event);
      const { checkIns } = BriefFacts.parse(brief);
      const [row] = (await care.caseload.list(staffId)).map((one) => CaseloadRow.parse(one));
      return {
        rules: ofRules.length,
        brief: checkIns.map(({ reached }) => reached),
        overdue: row?.waiting.overdue.count,
        expected: row?.completion.expected,
      };
    },
  );
}

const NOT_REACHED = { rules: 0, brief: [false], overdue: 0, expected: 0 };
const REACHED = { rules: 1, brief: [true], overdue: 1, expected: 1 };

describe('a check-in has reached the client', () => {
  it('once its message has left', async () => {
    await send('message');
    await wentOut(backend, scene.clientId);
    expect(await counted()).toEqual(REACHED);
  });

  it('but not while its message waits', async () => {
    await send('message');
    expect(await counted()).toEqual(NOT_REACHED);
  });

  it('nor when its message was given up', async () => {
    await send('message');
    await refused();
    expect(await counted()).toEqual(NOT_REACHED);
  });

  it('by another message that took the place of the first', async () => {
    await send('message');
    await refused();
    await send('message');
    const [, second] = await messagesTo(backend, scene.clientId);
    await wentOut(backend, scene.clientId, second?.messageId);
    expect(await counted()).toEqual(REACHED);
  });

  it('by a link that is handed over after no message went out', async () => {
    await send('message');
    await refused();
    await send('link');
    expect(await counted()).toEqual(REACHED);
  });

  it('by a link that the operator hands over instead', async () => {
    await send('message');
    await refused();
    const { care } = backend;
    const { practiceId, clientId } = scene;
    const about = { clientId, instrumentId: 'phq9' };
    await renewLink(care, operatorScope(care, practiceId), about);
    expect(await counted()).toEqual(REACHED);
  });

  it('when no message was to be sent at all', async () => {
    await aLink(backend, scene.practiceId, scene.clientId);
    expect(await counted()).toMatchObject({ rules: 1, brief: [true] });
  });

  it('when it was opened, whatever the relay says', async () => {
    await send('message');
    await refused();
    await backend.database.asSuperuser(
      'update care.administration set opened_at = $2 where client_id = $1',
      [scene.clientId, backend.clock.now.toISOString()],
    );
    expect(await counted()).toEqual(REACHED);
  });
});
