import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newLink } from '#backend/care/link-secret.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  aClient,
  aLink,
  answerAndSend,
  aPractice,
  aStaffMember,
  entered,
  openPage,
  submitForm,
} from '#test/support/practice.ts';

const DAY = 86_400_000;

let backend: TestBackend;
let practiceId: PracticeId;
let clientId: ClientId;

beforeAll(async () => {
  backend = await startTestBackend();
  practiceId = await aPractice(backend);
  const clinician = await aStaffMember(backend, practiceId);
  clientId = await aClient(backend, practiceId, clinician);
});
afterAll(() => backend.close());

const freshLink = () => aLink(backend, practiceId, clientId);

/** Rows of the newest link's form. */
async function newest(table: string, columns: string): Promise<readonly Record<string, unknown>[]> {
  return backend.database.asSuperuser(
    `select ${columns} from care.${table} where administration_id =
     (select max(administration_id::text)::uuid from care.administration)`,
  );
}

/** A link that was made for the practice's device. */
async function aKiosk(): Promise<string> {
  await freshLink();
  const { secret, tokenHash } = newLink(randomBytes, 'kiosk');
  await backend.database.asSuperuser(
    `insert into care.sending (practice_id, administration_id, client_id, instrument_id, message_id, place, way, sent_by)
     select practice_id, administration_id, client_id, instrument_id, administration_id, 1, 'kiosk',
       (select staff_id from care.staff limit 1)
     from care.administration order by administration_id desc limit 1`,
  );
  await backend.database.asSuperuser(
    `insert into directory.portal_link (token_hash, practice_id, administration_id, expires_at)
     select $1, practice_id, administration_id, expires_at
     from care.administration order by administration_id desc limit 1`,
    [tokenHash],
  );
  return `/m/${secret}`;
}

describe('one link', () => {
  it('answers nobody for ever: what goes beyond its limit is refused in words, and nothing is lost', async () => {
    const [link, other] = [await freshLink(), await freshLink()];
    const replies = [];
    for (let batch = 0; batch < 13; batch += 1) {
      replies.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, (_, press) =>
            submitForm(backend, `${link}/q/1`, { answer: String(press % 4) }),
          ),
        )),
      );
    }
    const refused = replies.filter(({ status }) => status === 429);
    expect(replies.filter(({ status }) => status === 303).length).toBeLessThanOrEqual(600);
    expect(replies.length - refused.length).toBeGreaterThan(500);
    const [first] = refused;
    expect(Number(first?.headers.get('retry-after'))).toBeGreaterThan(0);
    const words = await first?.text();
    expect(words).toContain('This link was used too often just now.');
    expect(words).toContain('988');
    expect((await openPage(backend, `${link}/review`)).status).toBe(429);
    expect((await submitForm(backend, `${other}/q/1`, { answer: '2' })).status).toBe(303);
  });

  it('sent a hundred times at once is stored once, and everybody is told so', async () => {
    const link = await freshLink();
    await submitForm(backend, `${link}/q/1`, { answer: '2' });
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => submitForm(backend, `${link}/submit`, {})),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await newest('response', 'response_id')).toHaveLength(1);
  });

  it('answered on two phones keeps the last answer of each question, and loses none', async () => {
    const link = await freshLink();
    await Promise.all([
      ...[1, 2, 3, 4, 5].map((item) => submitForm(backend, `${link}/q/${item}`, { answer: '1' })),
      ...[5, 6, 7, 8, 9].map((item) => submitForm(backend, `${link}/q/${item}`, { answer: '3' })),
    ]);
    await submitForm(backend, `${link}/q/5`, { answer: '0' });
    await submitForm(backend, `${link}/submit`, {});
    const [response] = await newest('response', 'answers');
    expect(response?.['answers']).toEqual([1, 1, 1, 1, 0, 3, 3, 3, 3]);
    const revisions = await newest('answer', 'item');
    expect(revisions.length).toBeGreaterThanOrEqual(10);
  });

  it('says kindly in the second tab that the form was sent, and takes no answer more', async () => {
    const link = await freshLink();
    await answerAndSend(backend, link, [1, 2]);
    const late = await submitForm(backend, `${link}/q/3`, { answer: '3' });
    expect(late.status).toBe(404);
    expect(await late.text()).toContain('If you sent your answers, there is nothing left to do');
    expect(await (await openPage(backend, `${link}/done`)).text()).toContain('saved and sent');
    expect(await newest('answer', 'item')).toHaveLength(2);
  });

  it('that runs out with half the answers keeps them, and shows them to nobody', async () => {
    const link = await freshLink();
    await submitForm(backend, `${link}/q/1`, { answer: '2' });
    backend.clock.pass(8 * DAY);
    expect((await submitForm(backend, `${link}/q/2`, { answer: '1' })).status).toBe(404);
    expect((await submitForm(backend, `${link}/submit`, {})).status).toBe(404);
    expect((await openPage(backend, `${link}/review`)).status).toBe(404);
    expect(await newest('answer', 'value')).toEqual([{ value: 2 }]);
    expect(await newest('response', 'response_id')).toEqual([]);
  });
});

describe('a question that is skipped', () => {
  it.each(['preferNot', 'notMine', 'unclear', 'later'])('may say why: %s', async (reason) => {
    const link = await freshLink();
    await submitForm(backend, `${link}/q/1`, { answer: `skip-${reason}` });
    await submitForm(backend, `${link}/q/1`, { answer: `skip-${reason}` });
    expect(await newest('answer', 'value, skip_reason')).toEqual([
      { value: null, skip_reason: reason },
    ]);
  });

  it('needs no reason, and takes none of the own making', async () => {
    const link = await freshLink();
    expect((await submitForm(backend, `${link}/q/1`, { answer: 'skip-x' })).status).toBe(422);
    await submitForm(backend, `${link}/q/1`, { answer: 'skip' });
    await submitForm(backend, `${link}/q/1`, { answer: '1' });
    expect(await newest('answer', 'value, skip_reason')).toEqual([
      { value: null, skip_reason: null },
      { value: 1, skip_reason: null },
    ]);
  });
});

describe('a kiosk', () => {
  const stranger = { cookie: '' };

  it('asks no birth date at first, and one once the form is begun and was left alone', async () => {
    const link = await aKiosk();
    expect(await (await openPage(backend, link, stranger)).text()).toContain('A few questions');
    await submitForm(backend, `${link}/start`, {});
    backend.clock.pass(4 * 60_000);
    expect(await (await openPage(backend, `${link}/q/1`)).text()).toContain('of 9');
    backend.clock.pass(6 * 60_000);
    const left = await (await openPage(backend, `${link}/q/1`)).text();
    expect(left).toContain('When were you born?');
    expect(left).toContain('please hand the device back');
  });

  it('shows nothing of the client’s own page, and nothing at all to whoever comes next', async () => {
    const link = await aKiosk();
    await submitForm(backend, `${link}/q/1`, { answer: '1' });
    await submitForm(backend, `${link}/submit`, {});
    expect((await openPage(backend, `${link}/mine`)).status).toBe(404);
    const done = await openPage(backend, `${link}/done`);
    expect(done.headers.getSetCookie().at(-1)).toMatch(/^pass=;.*Max-Age=0/);
    const text = await done.text();
    expect(text).toContain('Please hand the device back.');
    expect(text).not.toContain('/mine');
    for (const path of ['', '/q/1', '/review', '/done']) {
      const next = await (await openPage(backend, `${link}${path}`, stranger)).text();
      expect(next).toContain('When were you born?');
    }
    await entered(backend, { practiceId, clientId }, link);
    expect((await openPage(backend, `${link}/q/1`)).status).toBe(404);
  });
});
