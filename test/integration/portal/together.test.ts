import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SentNow } from '#shared/contracts/between-procedures.ts';
import {
  goTo,
  rounds,
  type SendingScene,
  sendingScene,
} from '#test/integration/sending/sending-scene.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { answerAndSend, entered, openPage, submitForm } from '#test/support/practice.ts';

const NINE_ZEROS = [0, 0, 0, 0, 0, 0, 0, 0, 0];
const SEVEN_ONES = [1, 1, 1, 1, 1, 1, 1];
const HOUR = 3_600_000;

let backend: TestBackend;
let scene: SendingScene;
let link: string;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await sendingScene(backend);
  await scene.keep(scene.plan({ measures: ['phq9', 'gad7'] }));
  goTo(backend, 1, 9);
  await rounds(backend);
  link = await linkTo('phq9');
});
afterAll(() => backend.close());

/** A link to one of what was sent, as a message carries it, with the client let in. */
async function linkTo(measureId: string): Promise<string> {
  const { outstanding } = await scene.sendings();
  const administrationId = outstanding.find(
    (one) => one.instrumentId === measureId,
  )?.administrationId;
  const { clientId } = scene;
  const handing = { clientId, administrationId, measureId, by: 'link', oftenMeant: false };
  const { address } = await scene.done<SentNow>('plans.sendNow', handing);
  return entered(backend, scene, new URL(address ?? '').pathname);
}

/** Points that were saved, by measure. */
async function savedAnswers() {
  return backend.database.asSuperuser<{ readonly measure: string; readonly values: number[] }>(
    `select a.instrument_id as measure, array_agg(s.value::int order by s.item) as values
     from care.administration a join care.answer s using (practice_id, administration_id)
     where a.client_id = $1 group by 1 order by 1 desc`,
    [scene.clientId],
  );
}

describe('several forms behind one link', () => {
  it('are answered one after the other', async () => {
    expect(await (await openPage(backend, link)).text()).toContain('This is form 1 of 2.');
    const sent = await answerAndSend(backend, link, NINE_ZEROS);
    expect(sent.headers.get('location')).toBe(`${link}/done`);
    const done = await (await openPage(backend, `${link}/done`)).text();
    expect(done).toContain(`href="${link}/2"`);
    expect(await (await openPage(backend, `${link}/2`)).text()).toContain('This is form 2 of 2.');
    await answerAndSend(backend, `${link}/2`, SEVEN_ONES);
    const end = await (await openPage(backend, `${link}/2/done`)).text();
    expect(end).toContain('You can close this page now.');
    expect(await savedAnswers()).toEqual([
      { measure: 'phq9', values: NINE_ZEROS },
      { measure: 'gad7', values: SEVEN_ONES },
    ]);
  });

  it('open where the client stopped, on any device and hours later', async () => {
    await answerAndSend(backend, link, [...NINE_ZEROS.slice(1), 1]);
    backend.clock.pass(6 * HOUR);
    await entered(backend, scene, link);
    const back = await openPage(backend, link);
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe(`${link}/2`);
    const thanks = await (await openPage(backend, `${link}/done`)).text();
    expect(thanks, 'nothing more is said of the first').not.toContain('data-after-answer');
    await answerAndSend(backend, `${link}/2`, SEVEN_ONES);
    backend.clock.pass(2 * HOUR);
    expect((await openPage(backend, link)).status).toBe(404);
  });

  it('never mix: an answer that comes late is not saved on the next form', async () => {
    await answerAndSend(backend, link, NINE_ZEROS);
    const late = await submitForm(backend, `${link}/q/3`, { answer: '3' });
    expect(late.status).toBe(404);
    await submitForm(backend, `${link}/submit`, {});
    expect(await savedAnswers()).toEqual([{ measure: 'phq9', values: NINE_ZEROS }]);
    expect((await scene.sendings()).outstanding).toMatchObject([{ instrumentId: 'gad7' }]);
  });

  it('open from a link to the second as well, and lead back to the first', async () => {
    const second = await linkTo('gad7');
    expect(await (await openPage(backend, second)).text()).toContain('This is form 2 of 2.');
    await answerAndSend(backend, second, SEVEN_ONES);
    expect(await (await openPage(backend, `${second}/done`)).text()).toContain(
      `href="${second}/1"`,
    );
  });

  it('end together: half the answers stay, and the link leads nowhere', async () => {
    await answerAndSend(backend, link, NINE_ZEROS);
    await submitForm(backend, `${link}/2/q/1`, { answer: '2' });
    goTo(backend, 8, 9);
    for (const path of [link, `${link}/2`, `${link}/2/review`]) {
      expect((await openPage(backend, path)).status).toBe(404);
    }
    expect((await submitForm(backend, `${link}/2/q/2`, { answer: '2' })).status).toBe(404);
    expect(await savedAnswers()).toEqual([
      { measure: 'phq9', values: NINE_ZEROS },
      { measure: 'gad7', values: [2] },
    ]);
  });

  it('are as many as were sent, and no others', async () => {
    for (const path of [`${link}/3`, `${link}/9/q/1`]) {
      expect((await openPage(backend, path)).status).toBe(404);
    }
    for (const path of [`${link}/0`, `${link}/10`]) {
      const reply = await openPage(backend, path);
      expect([reply.status, reply.headers.get('location')]).toEqual([303, link]);
    }
  });
});
