import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '#shared/contracts/calendar.ts';
import { BriefReply } from '#shared/contracts/procedures.ts';
import { bareApp, openBarePool } from '#test/load/brief/bare-app.ts';
import { fillPractice, questions } from '#test/load/practice/history.ts';
import { loginTo } from '#test/load/practice/login.ts';
import { CLINICIAN, type LoadedPractice, openPractice } from '#test/load/practice/make-practice.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { call, signInCookie, valueOf } from '#test/support/practice.ts';

const EXTENT = { clients: 3, weeks: 30 };

let backend: TestBackend;
let practice: LoadedPractice;
let token: string;
let pool: Pool;

beforeAll(async () => {
  backend = await startTestBackend();
  practice = await openPractice(backend.setup);
  const now = instantOf(backend.clock.now);
  await fillPractice(backend.database.asSuperuser, { ...practice, now }, EXTENT);
  const cookie = await signInCookie(backend, CLINICIAN.email, CLINICIAN.password);
  token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
  pool = openBarePool(loginTo(backend.database.directory, 'application'), practice);
});
afterAll(async () => {
  await pool.end();
  await backend.close();
});

async function looks(): Promise<number> {
  const [row] = await backend.database.asSuperuser<{ count: number }>(
    `select count(*)::int as count from care.audit_event
     where practice_id = $1 and action = 'brief.read'`,
    [practice.practiceId],
  );
  return row?.count ?? Number.NaN;
}

const real = (question: unknown) => call(backend, 'brief.ofRecord', question, token);

function bare(question: unknown): Promise<Response> {
  const app = bareApp({ pool, practice, now: () => backend.clock.now });
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(question);
  return Promise.resolve(app.request('/brief', { method: 'POST', headers, body }));
}

it('the bare route returns the same bytes as the procedure', async () => {
  for (const question of questions(EXTENT)) {
    expect(await (await bare(question)).text()).toBe(await (await real(question)).text());
  }
});

it('the history that load is measured on is in the shape of the contract', async () => {
  for (const question of questions(EXTENT)) {
    const reply = BriefReply.parse(await valueOf(await real(question)));
    if (reply.verdict !== 'certain') throw new Error(reply.verdict);
    expect(reply.brief.responseCounts).toEqual({ phq9: 30, gad7: 30 });
    expect(reply.brief.responses).toHaveLength(50);
    expect(reply.brief.earlier).toHaveLength(12);
    expect(reply.brief.alerts.filter(({ status }) => status === 'open')).toHaveLength(1);
  }
});

it('however many ask at once, every brief leaves one audit row, and the bare route none', async () => {
  const [question] = questions(EXTENT);
  const before = await looks();

  const replies = await Promise.all(Array.from({ length: 60 }, () => real(question)));
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  expect((await looks()) - before).toBe(60);

  await Promise.all(Array.from({ length: 10 }, () => bare(question)));
  expect((await looks()) - before).toBe(60);
});
