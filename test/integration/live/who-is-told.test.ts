import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ClientId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend, testBackendOn } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { keepTelling, type Listener, listenAs } from '#test/support/live.ts';
import {
  aClient,
  aLink,
  answerAndSend,
  aPractice,
  aStaffMember,
  call,
  type SignedIn,
  signInCookie,
  submitForm,
  valueOf,
} from '#test/support/practice.ts';
import { aScene, POSITIVE_ITEM_9 } from '#test/support/scene.ts';
import { until } from '#test/support/until.ts';

const CLINICIANS = 3;
const BROWSERS_OF_EACH = 2;

let backend: TestBackend;
let stop: () => Promise<void>;
const listeners: Listener[] = [];

beforeAll(async () => {
  backend = await startTestBackend();
  stop = await keepTelling(backend);
});
afterEach(async () => {
  await Promise.all(listeners.splice(0).map(({ leave }) => leave()));
});
afterAll(async () => {
  await stop();
  await backend.close();
});

async function listening(token: string, on: TestBackend = backend): Promise<Listener> {
  const listener = await listenAs(on, token);
  listeners.push(listener);
  await until('the stream works', () => listener.beats.includes('works'));
  return listener;
}

const newsOf = ({ news }: Listener) =>
  news.map((event) => ('clientId' in event ? `${event.is} ${event.clientId}` : event.is));

/** Of a form with a risk answer: first that this was saved, then what came of sending it. */
const ofRiskForm = (clientId: ClientId) => [
  `client ${clientId}`,
  `alert ${clientId}`,
  `client ${clientId}`,
];

/** A practice whose clinicians have one client each, and several browsers with an open stream. */
async function aListeningPractice() {
  const practiceId = await aPractice(backend);
  const people = [];
  for (let count = 0; count < CLINICIANS; count += 1) {
    const clinician = await aStaffMember(backend, practiceId);
    const clientId = await aClient(backend, practiceId, clinician);
    const own = [await listening(clinician.token)];
    while (own.length < BROWSERS_OF_EACH) own.push(await listening(await anotherToken(clinician)));
    people.push({ clientId, own });
  }
  return { practiceId, people };
}

/** Of another browser of the same person. */
async function anotherToken({ email, password }: SignedIn): Promise<string> {
  const cookie = await signInCookie(backend, email, password);
  return decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
}

it('tells every browser of the client’s clinician, and nobody else of two practices', async () => {
  const elm = await aListeningPractice();
  const oak = await aListeningPractice();
  const everybody = [...elm.people, ...oak.people];
  for (const { practiceId, people } of [elm, oak]) {
    for (const { clientId } of people) {
      await answerAndSend(backend, await aLink(backend, practiceId, clientId), POSITIVE_ITEM_9);
    }
  }
  const streams = everybody.flatMap(({ own }) => own);
  expect(streams).toHaveLength(2 * CLINICIANS * BROWSERS_OF_EACH);
  await until('everybody was told', () => streams.every(({ news }) => news.length >= 3));
  for (const { clientId, own } of everybody) {
    for (const listener of own) expect(newsOf(listener)).toEqual(ofRiskForm(clientId));
  }
});

it('tells all who have the client in their caseload, whatever backend they are on', async () => {
  const beside = testBackendOn(backend.database);
  const stopBeside = await keepTelling(beside);
  const { practiceId, clientId, clinician } = await aScene(backend);
  const colleague = await aStaffMember(backend, practiceId);
  await backend.care.store.inPractice(scopeOf(practiceId), ({ caseload }) =>
    caseload.assign(colleague.staffId, clientId),
  );
  const here = await listening(clinician.token);
  const there = await listening(colleague.token, beside);
  await answerAndSend(backend, await aLink(backend, practiceId, clientId), POSITIVE_ITEM_9);
  await until('both were told', () => here.news.length >= 3 && there.news.length >= 3);
  expect(newsOf(here)).toEqual(ofRiskForm(clientId));
  expect(newsOf(there)).toEqual(ofRiskForm(clientId));
  await stopBeside();
  await until('a stopped backend has ended its streams', there.isOver);
});

it('tells that an alert was acknowledged or put aside', async () => {
  const { alertId, latestAt, mayWait, clientId, clinician } = await aScene(backend);
  const listener = await listening(clinician.token);
  await acknowledge(clinician, { alertId, seenLatestAt: latestAt });
  await until('the acknowledgement was told', () => listener.news.length === 1);
  await valueOf(await call(backend, 'alerts.snooze', mayWait, clinician.token));
  await until('the snooze was told', () => listener.news.length === 2);
  expect(newsOf(listener)).toEqual([`alert ${clientId}`, `alert ${clientId}`]);
});

it('tells that something was added to the record', async () => {
  const { clientId, eventId, clinician } = await aScene(backend);
  const listener = await listening(clinician.token);
  await valueOf(await call(backend, 'events.remove', { clientId, eventId }, clinician.token));
  await until('it was told', () => listener.news.length === 1);
  expect(newsOf(listener)).toEqual([`client ${clientId}`]);
});

it('tells of a risk answer as soon as it is saved, and of others with the form', async () => {
  const { practiceId, clientId, clinician } = await aScene(backend);
  const link = await aLink(backend, practiceId, clientId);
  const listener = await listening(clinician.token);
  await submitForm(backend, `${link}/q/1`, { answer: '2' });
  await submitForm(backend, `${link}/q/9`, { answer: '2' });
  await until('the risk answer was told', () => listener.news.length === 1);
  await submitForm(backend, `${link}/q/9`, { answer: '0' });
  await until('that it was changed was told', () => listener.news.length === 2);
  expect(newsOf(listener)).toEqual([`client ${clientId}`, `client ${clientId}`]);
});

it('tells what the client rated, wants to talk about, and takes back on the own page', async () => {
  const { practiceId, clientId, goalId, clinician } = await aScene(backend);
  const link = await aLink(backend, practiceId, clientId);
  await answerAndSend(backend, link, [1]);
  const listener = await listening(clinician.token);
  const topic = v7();
  let told = 0;
  for (const [path, fields] of [
    ['rate', { goal: goalId, value: '4' }],
    ['say', { topic, words: 'work' }],
    ['take-back', { topic }],
  ] as const) {
    const reply = await submitForm(backend, `${link}/mine/${path}`, fields);
    expect(reply.status).toBe(303);
    told += 1;
    await until(`${path} was told`, () => listener.news.length === told);
  }
  expect(newsOf(listener)).toEqual(Array.from({ length: told }, () => `client ${clientId}`));
});

async function acknowledge(
  { token }: SignedIn,
  seen: { readonly alertId: string; readonly seenLatestAt: string },
): Promise<void> {
  await valueOf(
    await call(backend, 'alerts.acknowledge', { ...seen, action: 'contactedClient' }, token),
  );
}

it('decides at every event: who left the caseload is told nothing more', async () => {
  const { practiceId, clientId, clinician } = await aScene(backend);
  const colleague = await aStaffMember(backend, practiceId);
  const { store } = backend.care;
  const inPractice = scopeOf(practiceId);
  await store.inPractice(inPractice, ({ caseload }) =>
    caseload.assign(colleague.staffId, clientId),
  );
  const left = await listening(clinician.token);
  const stays = await listening(colleague.token);
  await store.inPractice(inPractice, ({ caseload }) => caseload.end(clinician.staffId, clientId));
  await store.inPractice(inPractice, ({ live }) => live.tell(clientId, 'client'));
  await until('who stays was told', () => stays.news.length === 1);
  expect(left.news).toEqual([]);
});

it('calls an admin who stands in by browser, and tells them of no client, of their caseload neither', async () => {
  const { practiceId, clientId, clinician } = await aScene(backend);
  const admin = await aStaffMember(backend, practiceId, 'admin');
  const inPractice = scopeOf(practiceId);
  const { store } = backend.care;
  await store.inPractice(inPractice, ({ caseload }) => caseload.assign(admin.staffId, clientId));
  const toAdmin = await listening(admin.token);
  const toClinician = await listening(clinician.token);
  await answerAndSend(backend, await aLink(backend, practiceId, clientId), POSITIVE_ITEM_9);
  await until('the clinician was told', () => toClinician.news.length >= 3);
  await store.inPractice(inPractice, ({ live }) => live.callBrowserOf(admin.staffId));
  await until('the admin was called', () => toAdmin.news.length > 0);
  expect(toAdmin.news).toEqual([{ is: 'waiting', at: expect.any(String) }]);
  expect(newsOf(toClinician)).toEqual(ofRiskForm(clientId));
});

it('tells nothing of what was not committed', async () => {
  const { practiceId, clientId, clinician } = await aScene(backend);
  const listener = await listening(clinician.token);
  const { store } = backend.care;
  const broken = store.inPractice(scopeOf(practiceId), async ({ live }) => {
    await live.tell(clientId, 'alert');
    throw new Error('on purpose');
  });
  await expect(broken).rejects.toThrow('on purpose');
  await store.inPractice(scopeOf(practiceId), ({ live }) => live.tell(clientId, 'client'));
  await until('the next was told', () => listener.news.length > 0);
  expect(newsOf(listener)).toEqual([`client ${clientId}`]);
});

it('calls one person by browser, without a client', async () => {
  const { practiceId, clinician } = await aScene(backend);
  const colleague = await aStaffMember(backend, practiceId);
  const called = await listening(colleague.token);
  const other = await listening(clinician.token);
  const { store } = backend.care;
  await store.inPractice(scopeOf(practiceId), ({ live }) => live.callBrowserOf(colleague.staffId));
  await store.inPractice(scopeOf(practiceId), ({ live }) => live.callBrowserOf(clinician.staffId));
  await until('both were called', () => called.news.length > 0 && other.news.length > 0);
  expect(called.news).toEqual([{ is: 'waiting', at: expect.any(String) }]);
  expect(newsOf(other)).toEqual(['waiting']);
});
