import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { replay } from '#shared/alerts/replay/replay.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { aLink, answerAndSend, aStaffMember, call, valueOf } from '#test/support/practice.ts';
import { aScene, briefOf, POSITIVE_ITEM_9, type Scene } from '#test/support/scene.ts';
import { asked, recorded, refusalOf } from './replies.ts';

const DAY = 86_400_000;
const WORSE = [3, 3, 3, 3, 3, 3, 3, 3, 0];

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

const aCorrection = (over: object = {}) => ({
  clientId: scene.clientId,
  responseId: v7(),
  supersedes: scene.responseId,
  answers: [1, 1, 1, 1, 1, 1, 1, 1, 0] as (number | null)[],
  reason: 'tapped the wrong row',
  ...over,
});
const correct = (input: object) => asked(backend, scene, 'responses.correct', input);
const brief = () => briefOf(backend, scene, scene.clinician);
const phq9Alerts = async () =>
  (await brief()).alerts.filter(({ instrumentId }) => instrumentId === 'phq9');

async function standingOf(wanted: string): Promise<string | undefined> {
  return (await phq9Alerts()).find(({ rule }) => rule === wanted)?.status;
}

async function answer(given: readonly (number | null)[]) {
  backend.clock.pass(14 * DAY);
  const link = await aLink(backend, scene.practiceId, scene.clientId);
  expect((await answerAndSend(backend, link, given)).status).toBe(303);
}

/** Weeks pass in these stories, and a session lasts hours. */
async function extendSessions() {
  await backend.database.asSuperuser(
    `update directory.session set expires_at = expires_at + interval '200 days'`,
  );
}

describe('a corrected response', () => {
  it('is scored anew and counts; the one before remains, and says by whom and why', async () => {
    const [before] = (await brief()).responses;
    const correction = aCorrection();
    await valueOf(await correct(correction));
    const facts = await brief();
    expect(facts.responses).toEqual([
      before,
      {
        ...before,
        responseId: correction.responseId,
        submittedAt: expect.any(String),
        answers: correction.answers,
        score: expect.objectContaining({ status: 'scored', total: 8 }),
        supersedes: scene.responseId,
        correction: { by: expect.stringMatching(/^Staff/), reason: 'tapped the wrong row' },
      },
    ]);
    const { measures, superseded } = interpret(facts);
    expect(measures[0]?.latest).toMatchObject({ displayed: 8, on: before?.answeredOn });
    expect(superseded).toEqual([{ responseId: scene.responseId, by: correction.responseId }]);
    expect(await recorded(backend, scene, 'response.corrected')).toEqual([
      { responseId: correction.responseId, supersedes: scene.responseId },
    ]);
  });

  it('is one, however often it is sent, and never another under the same id', async () => {
    const correction = aCorrection();
    const first = await valueOf(await correct(correction));
    backend.clock.pass(60_000);
    expect(await valueOf(await correct(correction))).toEqual(first);
    expect(await refusalOf(await correct({ ...correction, reason: 'another' }))).toBe(
      'alreadyRecorded',
    );
    expect((await brief()).responses).toHaveLength(2);
  });

  it.each([
    ['an answer that is not among the choices', { answers: [4, 1, 1, 1, 1, 1, 1, 1, 0] }],
    ['too few answers', { answers: [1, 1, 1] }],
    ['too many answers', { answers: [1, 1, 1, 1, 1, 1, 1, 1, 0, 0] }],
    ['no answer at all', { answers: Array.from({ length: 9 }, () => null) }],
  ])('is refused with %s', async (_, over) => {
    expect(await refusalOf(await correct(aCorrection(over)))).toBe('answerRefused');
    expect((await brief()).responses).toHaveLength(1);
  });

  it('is the own client’s', async () => {
    const { responseId } = await aScene(backend);
    const theirs = await correct(aCorrection({ supersedes: responseId }));
    expect(await refusalOf(theirs)).toBe('notFound');
  });

  it('is corrected further by its own id, not by that of the first', async () => {
    const first = aCorrection();
    await valueOf(await correct(first));
    expect(await refusalOf(await correct(aCorrection()))).toBe('outdated');
    await valueOf(await correct(aCorrection({ supersedes: first.responseId })));
    const { superseded } = interpret(await brief());
    expect(superseded).toHaveLength(2);
    expect((await brief()).responseCounts).toEqual({ phq9: 3 });
  });

  it('leaves the client’s last answer where it is in the caseload', async () => {
    await extendSessions();
    await answer([0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const newest = (await brief()).responses.at(-1)?.answeredOn;
    await valueOf(await correct(aCorrection()));
    const caseload = await call(backend, 'caseload.list', undefined, scene.clinician.token);
    expect(await valueOf(caseload)).toMatchObject([{ lastResponseOn: newest }]);
  });

  it('is corrected by one of two clinicians at the same moment', async () => {
    const colleague = await aStaffMember(backend, scene.practiceId);
    await backend.care.store.inPractice(scopeOf(scene.practiceId), ({ caseload }) =>
      caseload.assign(colleague.staffId, scene.clientId),
    );
    const both = await Promise.all(
      [scene.clinician, colleague].map(({ token }) =>
        call(backend, 'responses.correct', aCorrection(), token),
      ),
    );
    const refusals = await Promise.all(both.map(refusalOf));
    expect(new Set(refusals)).toEqual(new Set([null, 'outdated']));
  });
});

describe('the rules and a correction', () => {
  it('open what the right answers ask for, and tell it', async () => {
    await extendSessions();
    await answer([0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const { responses } = await brief();
    const supersedes = responses.at(-1)?.responseId;
    await valueOf(await correct(aCorrection({ supersedes, answers: WORSE })));
    const opened = (await phq9Alerts()).filter(({ status }) => status === 'open');
    expect(opened.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['C1', 'C2']));
    const told = await backend.database.asSuperuser<{ rule: string }>(
      `select distinct a.rule from care.message m join care.alert a using (practice_id, alert_id)
       where m.practice_id = $1 and m.created_at = a.opened_at and a.rule like 'C%'`,
      [scene.practiceId],
    );
    expect(told).toEqual([{ rule: 'C2' }]);
  });

  it('close what only the wrong answers raised', async () => {
    await extendSessions();
    await answer(WORSE);
    expect(await standingOf('C1')).toBe('open');
    const supersedes = (await brief()).responses.at(-1)?.responseId;
    const answers = [1, 1, 1, 1, 1, 1, 1, 1, 0];
    await valueOf(await correct(aCorrection({ supersedes, answers })));
    expect(await standingOf('C1')).toBe('resolved');
  });

  it('close nothing about safety, be it an answer or a blank', async () => {
    await extendSessions();
    await valueOf(await correct(aCorrection()));
    await answer([1, 1, 1, 1, 1, 1, 1, 1, null]);
    const supersedes = (await brief()).responses.at(-1)?.responseId;
    await valueOf(await correct(aCorrection({ supersedes })));
    expect([await standingOf('S1'), await standingOf('S3')]).toEqual(['open', 'open']);
  });

  it('can be worked out again, whatever was corrected or stated since', async () => {
    await extendSessions();
    backend.clock.pass(-90 * DAY);
    const early = await aScene(backend);
    scene = early;
    await extendSessions();
    await answer(WORSE);
    const supersedes = (await brief()).responses.at(-1)?.responseId;
    await valueOf(await correct(aCorrection({ supersedes, answers: [...POSITIVE_ITEM_9] })));
    const { clientId } = scene;
    const { responses } = await brief();
    const mark = { clientId, kind: 'began', on: responses.at(-1)?.answeredOn };
    await valueOf(await asked(backend, scene, 'episodes.mark', mark));
    await answer(WORSE);
    await valueOf(
      await asked(backend, scene, 'baselines.choose', { clientId, responseId: supersedes }),
    );
    await answer([3, 3, 3, 3, 3, 3, 3, 3, 3]);
    const record = await recordOf(scene);
    const alerts = await phq9Alerts();
    expect(alerts.length).toBeGreaterThan(3);
    for (const alert of alerts) {
      expect(replay(alert, record), alert.rule).toMatchObject({
        ok: true,
        value: { status: 'reproduced' },
      });
    }
  });
});

/** All that is stored of a client, as replaying needs it. */
async function recordOf({ practiceId, clientId }: Scene) {
  return backend.care.store.inPractice(scopeOf(practiceId), async (care) => ({
    responses: await care.responses.ofClient(clientId),
    checkIns: await care.checkIns.ofClient(clientId),
    settings: await care.ruleSettings.history(),
    care: (await care.episodes.courseOf(clientId)).history,
    inCareSince: (await care.clients.find(clientId))?.inCareSince ?? expect.fail('no client'),
  }));
}
