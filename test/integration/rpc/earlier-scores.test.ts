import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Briefs, createBriefs } from '#extension/local/briefs.ts';
import { createBriefCache } from '#extension/local/cache.ts';
import { createKeyRing } from '#extension/local/keys.ts';
import { createRpc } from '#extension/local/rpc.ts';
import { createSealer } from '#extension/local/sealer.ts';
import { briefFor } from '#shared/brief/interpret.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { type CalendarDate, instantOf } from '#shared/contracts/calendar.ts';
import { EarlierScores } from '#shared/contracts/procedures.ts';
import { ok } from '#shared/contracts/result.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { fillPractice, questions } from '#test/load/practice/history.ts';
import { CLINICIAN, type LoadedPractice, openPractice } from '#test/load/practice/make-practice.ts';
import {
  EXTENSION,
  PUBLIC_URL,
  startTestBackend,
  type TestBackend,
} from '#test/support/backend.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { call, signInCookie, valueOf } from '#test/support/practice.ts';

/** Sixty weeks of two measures each: 36 responses to each lie behind what a brief holds. */
const EXTENT = { clients: 2, weeks: 60 };
const BEHIND = 72;

let backend: TestBackend;
let practice: LoadedPractice;
let token: string;
let briefs: Briefs;

beforeAll(async () => {
  backend = await startTestBackend();
  practice = await openPractice(backend.setup);
  const end = instantOf(backend.clock.now);
  await fillPractice(backend.database.asSuperuser, { ...practice, now: end }, EXTENT);
  const cookie = await signInCookie(backend, CLINICIAN.email, CLINICIAN.password);
  token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
  briefs = worker();
});
afterAll(() => backend.close());

const now = () => backend.clock.now;

/** What the extension's worker is made of, with this backend behind its requests. */
function worker(): Briefs {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
  const sealer = createSealer(createKeyRing(memoryStorage(), crypto), crypto);
  const rpc = createRpc({
    backend: async () => ok(PUBLIC_URL.origin),
    token: async () => token,
    timeoutMs: 8000,
    onSignedOut: async () => undefined,
    fetch: async (url, options) => {
      const headers = new Headers(options?.headers);
      headers.set('origin', EXTENSION);
      return backend.app.request(url, { ...options, headers });
    },
  });
  return createBriefs({ rpc, cache: createBriefCache({ sealer, now, engine }), now });
}

/** The facts that a panel on the first client's page gets. */
async function looked(): Promise<BriefFacts> {
  backend.clock.pass(5000);
  const [question = expect.fail('there are two clients')] = questions(EXTENT);
  const state = await briefs.of(question);
  if (state.source !== 'live' || state.reply.verdict !== 'certain') return expect.fail('no brief');
  return state.reply.brief;
}

/** How often that was recorded of a client. */
async function recorded(action: string, { client }: BriefFacts): Promise<number> {
  const rows = await backend.database.asSuperuser(
    'select 1 from care.audit_event where client_id = $1 and action = $2 and actor_id = $3',
    [client.clientId, action, practice.staffId],
  );
  return rows.length;
}

const requestOf = (sessionOn: CalendarDate | null) => ({ ...chartRequest('narrative'), sessionOn });

async function composed(
  { client: { clientId } }: BriefFacts,
  sessionOn: CalendarDate | null = null,
): Promise<string> {
  const input = { clientId, request: requestOf(sessionOn) };
  return (await valueOf<{ text: string }>(await call(backend, 'update.compose', input, token)))
    .text;
}

/** What the panel writes of the same facts. */
function written(facts: BriefFacts, sessionOn: CalendarDate | null = null): string {
  return compose(briefFor(facts, sessionOn), requestOf(sessionOn), facts.phrases).text;
}

it('panel and server write the same text about sixty weeks', async () => {
  const facts = await looked();
  expect(facts.earlier).toHaveLength(BEHIND);
  expect(written(facts)).toBe(await composed(facts));
  const { earlier = [], ...without } = facts;
  const long = earlier.map(({ answeredOn }) => answeredOn).toSorted()[BEHIND / 2] ?? null;
  expect(written(facts, long)).toBe(await composed(facts, long));
  expect(written(without, long)).not.toBe(written(facts, long));
});

it('the scores are read once, each reading on record, until something is put right', async () => {
  const facts = await looked();
  const before = await recorded('scores.read', facts);
  expect(before).toBe(1);
  expect((await looked()).earlier).toEqual(facts.earlier);
  expect(await recorded('scores.read', facts)).toBe(before);

  const { responseId, answers, instrumentId } =
    facts.responses.at(-1) ?? expect.fail('nothing was answered');
  const correction = {
    clientId: facts.client.clientId,
    responseId: v7(),
    supersedes: responseId,
    answers: answers.map(() => 2),
    reason: 'tapped the wrong row',
  };
  await valueOf(await call(backend, 'responses.correct', correction, token));
  const anew = await looked();
  expect(anew.responseCounts[instrumentId]).toBe(EXTENT.weeks + 1);
  expect(anew.earlier).toHaveLength(BEHIND + 1);
  expect(await recorded('scores.read', facts)).toBe(before + 1);
  expect(written(anew)).toBe(await composed(anew));
});

it('a reading that can’t be recorded returns nothing', async () => {
  const { clientId } = (await looked()).client;
  const asked = () => call(backend, 'brief.earlierScores', { clientId }, token);
  await backend.database.asSuperuser('revoke insert on care.audit_event from throughline_app');
  try {
    const reply = await asked();
    expect(reply.status).toBe(500);
    expect(await reply.text()).not.toContain('phq9');
  } finally {
    await backend.database.asSuperuser('grant insert on care.audit_event to throughline_app');
  }
  const scores = EarlierScores.parse(await valueOf(await asked()));
  expect(scores.clientId).toBe(clientId);
});
