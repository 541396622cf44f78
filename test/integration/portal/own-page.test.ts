import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWithholdingCare } from '#backend/care/client-page/withhold.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { type ClientId, GoalId, type PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import {
  aClient,
  aLink,
  answerAndSend,
  aPractice,
  aStaffMember,
  call,
  openPage,
  type SignedIn,
  submitForm,
  valueOf,
} from '#test/support/practice.ts';

const DAY = 86_400_000;
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)>‮ \u0007';

let backend: TestBackend;
let practiceId: PracticeId;
let clinician: SignedIn;
let clientId: ClientId;

beforeAll(async () => {
  backend = await startTestBackend();
  practiceId = await aPractice(backend);
  clinician = await aStaffMember(backend, practiceId);
});
afterAll(() => backend.close());

/** A client who has just sent the PHQ-9 with these totals of the first item, a week apart. */
async function answered(...firsts: readonly number[]): Promise<string> {
  clientId = await aClient(backend, practiceId, clinician);
  let link = '';
  for (const value of firsts) {
    backend.clock.pass(7 * DAY);
    link = await aLink(backend, practiceId, clientId);
    await answerAndSend(backend, link, [value, value, value, value, value, value, value, value, 0]);
  }
  return link;
}

const textOf = async (path: string) => (await openPage(backend, path)).text();
const inPractice = <T>(work: Parameters<typeof backend.care.store.inPractice<T>>[1]) =>
  backend.care.store.inPractice(scopeOf(practiceId, { now: instantOf(backend.clock.now) }), work);

describe('the own page', () => {
  it('opens once the answers were sent, and not before', async () => {
    clientId = await aClient(backend, practiceId, clinician);
    const link = await aLink(backend, practiceId, clientId);
    expect((await openPage(backend, `${link}/mine`)).status).toBe(404);
    await answerAndSend(backend, link, [1]);
    expect(await textOf(`${link}/done`)).toContain(`href="${link}/mine"`);
    expect(await textOf(`${link}/mine`)).toContain('Your own page');
    backend.clock.pass(2 * 60 * 60_000);
    expect((await openPage(backend, `${link}/mine`)).status).toBe(404);
  });

  it.each([
    [[2, 0], 'an easier time than your first ones'],
    [[0, 2], 'a harder time than your first ones'],
    [[1, 1], 'close to your first ones'],
    [[1], 'answered this once'],
  ])('says how %j went in words, without a band or a number', async (values, said) => {
    const text = await textOf(`${await answered(...values)}/mine`);
    expect(text).toContain(said);
    expect(text).not.toMatch(/\b\d+ of 27\b|moderate|severe|depression range/i);
  });

  it('draws a chart with its numbers for whoever likes that better, also the next time', async () => {
    const link = await answered(2, 1);
    await submitForm(backend, `${link}/mine/show`, { as: 'chart' });
    const text = await textOf(`${link}/mine`);
    expect(text).toContain('<polyline points="10,');
    expect(text).toMatch(/16 of 27[\s\S]*8 of 27/);
    expect(text).toContain('Show in words');
  });

  it('shows nothing of a measure that a clinician withholds', async () => {
    const link = await answered(2, 1);
    const { staffId } = clinician;
    const caller = { practiceId, staffId, role: 'clinician', requestId: 'test' } as const;
    const decide = (withheld: boolean) =>
      createWithholdingCare(backend.care).withhold(caller, {
        clientId,
        measureId: 'phq9',
        withheld,
      });
    for (let time = 0; time < 2; time += 1) expect((await decide(true)).ok).toBe(true);
    const text = await textOf(`${link}/mine`);
    expect(text).toContain('There is nothing to show yet');
    expect(text).not.toContain('close to your first ones');
    await decide(false);
    expect(await textOf(`${link}/mine`)).toContain('an easier time');
    const recorded = await backend.database.asSuperuser<{ action: string }>(
      `select action from care.audit_event where client_id = '${clientId}' and action like 'measure.%' order by event_id`,
    );
    expect(recorded.map(({ action }) => action)).toEqual([
      'measure.withheld',
      'measure.shownAgain',
    ]);
  });

  it('follows what the clinician decides in the panel, and nobody else can decide it', async () => {
    backend.clock.reset();
    const treating = await aStaffMember(backend, practiceId);
    const other = await aStaffMember(backend, practiceId);
    clientId = await aClient(backend, practiceId, treating);
    const link = await aLink(backend, practiceId, clientId);
    await answerAndSend(backend, link, [1, 1, 1, 1, 1, 1, 1, 1, 0]);
    const decide = (withheld: boolean, { token }: SignedIn) =>
      call(backend, 'clientPage.withhold', { clientId, measureId: 'phq9', withheld }, token);
    const list = async () =>
      valueOf(await call(backend, 'clientPage.withheld', { clientId }, treating.token));
    expect((await decide(true, treating)).status).toBe(200);
    expect(await list()).toEqual(['phq9']);
    expect(await textOf(`${link}/mine`)).not.toContain('answered this once');
    expect((await decide(false, other)).status).toBe(404);
    expect(await list()).toEqual(['phq9']);
    expect((await decide(false, treating)).status).toBe(200);
    expect(await list()).toEqual([]);
    expect(await textOf(`${link}/mine`)).toContain('answered this once');
    const looks = await backend.database.asSuperuser<{ readonly by: string }>(
      `select actor_id as by from care.audit_event
       where client_id = '${clientId}' and action = 'withheld.read'`,
    );
    expect(looks.map(({ by }) => by)).toEqual(Array(3).fill(treating.staffId));
  });

  it('says when the record was last opened, and which answers that was after', async () => {
    const link = await answered(1);
    expect(await textOf(`${link}/mine`)).toContain('has not opened your record');
    backend.clock.pass(60_000);
    const now = instantOf(backend.clock.now);
    await inPractice(({ looks }) => looks.mark(clinician.staffId, clientId, now));
    const text = await textOf(`${link}/mine`);
    expect(text).toContain('Your therapist last opened your record on');
    expect(text).toContain('Opened by your therapist since');
  });

  it('can be taken home on paper, with nothing to press', async () => {
    const text = await textOf(`${await answered(2, 1)}/mine/copy`);
    expect(text).toContain('PHQ-9');
    expect(text.split('<main')[1]?.split('</main>')[0]).not.toContain('<form');
  });

  it('is recorded as a look', async () => {
    const link = await answered(1);
    await textOf(`${link}/mine`);
    const rows = await backend.database.asSuperuser(
      `select 1 from care.audit_event where action = 'ownPage.read' and client_id = '${clientId}'`,
    );
    expect(rows).toHaveLength(1);
  });
});

describe('what a client wants to talk about', () => {
  it('is kept once in the own words, shown as text, and can be taken back', async () => {
    const link = await answered(1);
    const topic = v7();
    const words = `Work again ${SCRIPT}`;
    for (let time = 0; time < 2; time += 1) {
      const said = await submitForm(backend, `${link}/mine/say`, { topic, words });
      expect(said.status).toBe(303);
    }
    const text = await textOf(`${link}/mine`);
    expect(text.match(/Work again/g)).toHaveLength(2);
    expect(text).not.toMatch(/<script>alert|<img src=x/);
    await submitForm(backend, `${link}/mine/take-back`, { topic });
    expect(await textOf(`${link}/mine`)).not.toContain('Work again');
  });

  it.each([['   '], ['x'.repeat(501)]])(
    'is not kept when it does not fit, and not lost',
    async (words) => {
      const link = await answered(1);
      const said = await submitForm(backend, `${link}/mine/say`, { topic: v7(), words });
      expect(said.status).toBe(422);
      const text = await said.text();
      expect(text).toContain('That was not kept');
      expect(text).toContain(words);
    },
  );

  it('is refused at 64 KB before it is read', async () => {
    const link = await answered(1);
    const words = 'x'.repeat(64 * 1024);
    expect((await submitForm(backend, `${link}/mine/say`, { topic: v7(), words })).status).toBe(
      413,
    );
  });

  it('of somebody else can neither be seen nor taken back', async () => {
    const one = await answered(1);
    const topic = v7();
    await submitForm(backend, `${one}/mine/say`, { topic, words: 'mine alone' });
    const first = clientId;
    const other = await answered(1);
    await submitForm(backend, `${other}/mine/take-back`, { topic });
    expect(await textOf(`${other}/mine`)).not.toContain('mine alone');
    const kept = await inPractice(({ topics }) => topics.open(first));
    expect(kept.map(({ words }) => words)).toEqual(['mine alone']);
  });
});

describe('a goal', () => {
  it('is shown in the client’s words and rated on its own scale', async () => {
    const link = await answered(1);
    const goalId = GoalId.parse(v7());
    await inPractice(({ goals }) =>
      goals.add(
        clientId,
        {
          goalId,
          words: 'walk with a friend twice a week',
          scale: { kind: 'zeroToTen' },
          agreedOn: '2026-01-10' as CalendarDate,
          targetOn: null,
        },
        clinician.staffId,
      ),
    );
    expect(await textOf(`${link}/mine`)).toContain('Not rated by you yet');
    await submitForm(backend, `${link}/mine/rate`, { goal: goalId, value: '6' });
    expect(await textOf(`${link}/mine`)).toContain('You said 6 of 10 on');
    const wild = await submitForm(backend, `${link}/mine/rate`, { goal: goalId, value: '11' });
    expect(wild.status).toBe(400);
    await submitForm(backend, `${link}/mine/rate`, { goal: goalId, value: '-1' });
    expect(await textOf(`${link}/mine`)).toContain('You said 6 of 10 on');
  });
});

describe('in Spanish', () => {
  it('the page speaks Spanish once it was asked to, and says that the measure is English', async () => {
    clientId = await aClient(backend, practiceId, clinician);
    const link = await aLink(backend, practiceId, clientId);
    const changed = await submitForm(backend, `${link}/language`, { to: 'spanish', at: '/q/1' });
    expect(changed.headers.get('location')).toBe(`${link}/q/1`);
    const cookies = changed.headers.getSetCookie().map((one) => one.split(';')[0]);
    const pass = (await openPage(backend, link)).headers.getSetCookie()[0]?.split(';')[0];
    const spanish = { cookie: [...cookies, pass].join('; ') };
    const text = await (await openPage(backend, `${link}/q/1`, spanish)).text();
    expect(text).toContain('<html lang="es">');
    expect(text).toContain('Pregunta <strong>1 de 9</strong>');
    expect(text).toContain('Estas preguntas solo existen aquí en inglés');
    expect(text).toMatch(/<div class="question" lang="en">\s*<p class="soft">Over the last/);
    expect(text).toContain('oprima 2');
  });
});
