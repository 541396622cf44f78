import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFormCare } from '#backend/care/practice-forms.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { addDays, dateInZone } from '#shared/contracts/calendar.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { withOwnResponse } from '#test/support/own-form.ts';
import { aClient, aLink, answerAndSend, valueOf } from '#test/support/practice.ts';
import { aScene, briefOf, POSITIVE_ITEM_9, type Scene } from '#test/support/scene.ts';
import { asked, recorded, refusalOf } from './replies.ts';

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await withOwnResponse(backend, await aScene(backend));
});
afterAll(() => backend.close());

const AS_SENT = [7, 2, 3, 1, 'Walked home'];
const AS_MEANT = [3, 2, 3, 1, 'Walked home'];

const aCorrection = (over: object = {}) => ({
  clientId: scene.clientId,
  responseId: v7(),
  supersedes: scene.ownResponseId,
  answers: AS_MEANT as (number | string | null)[],
  reason: 'tapped beside it',
  ...over,
});
const correct = (input: object) => asked(backend, scene, 'responses.correctOwn', input);
const brief = () => briefOf(backend, scene, scene.clinician);

async function baselineOf(name: string): Promise<number | null | undefined> {
  const line = interpret(await brief()).measures.find((one) => one.name === name);
  return line?.baseline?.displayed;
}

describe('a corrected response to an own form', () => {
  it('counts; the one before remains, and says by whom and why', async () => {
    const [before] = (await brief()).own?.responses ?? [];
    const correction = aCorrection();
    backend.clock.pass(1_000);
    await valueOf(await correct(correction));
    const facts = await brief();
    expect(facts.own?.responses).toEqual([
      before,
      {
        ...before,
        responseId: correction.responseId,
        submittedAt: expect.any(String),
        answers: AS_MEANT,
        supersedes: scene.ownResponseId,
        correction: { by: expect.stringMatching(/^Staff/), reason: 'tapped beside it' },
      },
    ]);
    expect(await baselineOf('Mood')).toBe(3);
    expect(interpret(facts).ownForms).toMatchObject([{ totalCount: 1, answered: [{}] }]);
    expect(await recorded(backend, scene, 'response.corrected')).toEqual([
      { responseId: correction.responseId, supersedes: scene.ownResponseId },
    ]);
  });

  it('is one, however often it is sent, and never another under the same id', async () => {
    const correction = aCorrection();
    const first = await valueOf(await correct(correction));
    expect(await valueOf(await correct(correction))).toEqual(first);
    expect(await refusalOf(await correct({ ...correction, answers: AS_SENT }))).toBe(
      'alreadyRecorded',
    );
    expect(await refusalOf(await correct(aCorrection()))).toBe('outdated');
    const again = aCorrection({ supersedes: correction.responseId, answers: [4, 2, 3, 1, null] });
    expect((await correct(again)).status).toBe(200);
    expect(await baselineOf('Mood')).toBe(4);
    expect((await brief()).own?.responses).toHaveLength(3);
  });

  it.each([
    ['with an answer off the scale', { answers: [11, 2, 3, 1, null] }, 'answerRefused'],
    ['with words in place of a number', { answers: ['7', 2, 3, 1, null] }, 'answerRefused'],
    ['with too few answers', { answers: [7, 2] }, 'answerRefused'],
    ['with nothing answered', { answers: [null, null, null, null, '  '] }, 'answerRefused'],
    ['of a response that is not there', { supersedes: v7() }, 'notFound'],
  ])('is refused %s', async (_, over, refusal) => {
    expect(await refusalOf(await correct(aCorrection(over)))).toBe(refusal);
    expect((await brief()).own?.responses).toHaveLength(1);
  });

  it('is refused in place of a response to a measure', async () => {
    expect(await refusalOf(await correct(aCorrection({ supersedes: scene.responseId })))).toBe(
      'notFound',
    );
  });

  it('may be of a form that is not in use any more', async () => {
    const caller = { ...scene.clinician, practiceId: scene.practiceId, role: 'clinician' } as const;
    const [form] = (await brief()).own?.forms ?? [];
    const formId = form?.formId ?? expect.fail('one was sent');
    await createFormCare(backend.care).use({ ...caller, requestId: 'test' }, formId, false);
    expect((await correct(aCorrection())).status).toBe(200);
  });

  it('is put right by one of two clinicians at the same moment', async () => {
    const both = await Promise.all([correct(aCorrection()), correct(aCorrection())]);
    const refusals = await Promise.all(both.map(refusalOf));
    expect(new Set(refusals)).toEqual(new Set([null, 'outdated']));
  });

  it('keeps its day: a chosen baseline stands for what took its place', async () => {
    const { clientId, ownResponseId: responseId } = scene;
    await valueOf(await asked(backend, scene, 'baselines.choose', { clientId, responseId }));
    await valueOf(await correct(aCorrection()));
    expect(await baselineOf('Mood')).toBe(3);
  });
});

it('the caseload knows the day of an answer to an own form, and a correction does not move it', async () => {
  const lastDay = async () => {
    const rows = await valueOf<readonly { lastResponseOn: string | null }[]>(
      await asked(backend, scene, 'caseload.list', undefined),
    );
    return rows.map(({ lastResponseOn }) => lastResponseOn);
  };
  const dayOf = (table: string, days: number) =>
    backend.database.asSuperuser(
      `update care.${table} set answered_on = answered_on - $2::int where practice_id = $1`,
      [scene.practiceId, days],
    );
  const today = dateInZone(backend.care.now(), 'America/Chicago');
  await dayOf('response', 9);
  await dayOf('own_response', 3);
  expect(await lastDay()).toEqual([addDays(today, -3)]);
  await valueOf(await correct(aCorrection()));
  expect(await lastDay()).toEqual([addDays(today, -3)]);
  await dayOf('own_response', 20);
  expect(await lastDay()).toEqual([addDays(today, -9)]);
});

/** A further client of the same clinician with answers of its own. */
async function aNeighbour(): Promise<Scene> {
  const clientId = await aClient(backend, scene.practiceId, scene.clinician, {
    displayName: 'Robin Hale',
  });
  const link = await aLink(backend, scene.practiceId, clientId);
  await answerAndSend(backend, link, POSITIVE_ITEM_9);
  const [answered] = await backend.database.asSuperuser<{ response_id: Scene['responseId'] }>(
    'select response_id from care.response where practice_id = $1 and client_id = $2',
    [scene.practiceId, clientId],
  );
  const responseId = answered?.response_id ?? expect.fail('it was answered');
  return { ...scene, clientId, responseId };
}

it('an id that two clients’ records take at the same moment is one’s, and refused to the other', async () => {
  const neighbour = await aNeighbour();
  const total = { handMeasureId: 'oq45', on: '2025-06-02', total: 71, supersedes: null };
  const answers = [1, 1, 1, 1, 1, 1, 1, 1, 0];
  for (let round = 0; round < 4; round += 1) {
    const responseId = v7();
    const both = await Promise.all(
      [scene, neighbour].map(({ clientId }) =>
        asked(backend, scene, 'handTotals.enter', { ...total, clientId, responseId }),
      ),
    );
    expect(new Set(await Promise.all(both.map(refusalOf)))).toEqual(
      new Set([null, 'alreadyRecorded']),
    );
  }
  const responseId = v7();
  const corrected = await Promise.all(
    [scene, neighbour].map(({ clientId, responseId: supersedes }) =>
      asked(
        backend,
        scene,
        'responses.correct',
        aCorrection({ clientId, responseId, supersedes, answers }),
      ),
    ),
  );
  expect(new Set(await Promise.all(corrected.map(refusalOf)))).toEqual(
    new Set([null, 'alreadyRecorded']),
  );
});
