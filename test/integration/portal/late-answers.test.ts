import type { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { withSuperuser } from '#test/support/database.ts';
import {
  aClient,
  aLink,
  answerAndSend,
  aPractice,
  aStaffMember,
  openPage,
  submitForm,
} from '#test/support/practice.ts';
import { until } from '#test/support/until.ts';

const ITEMS = 7;
const ALL_ONES = Array.from({ length: ITEMS }, () => 1);

let backend: TestBackend;
let bystander: Client;
let practiceId: PracticeId;
let clientId: ClientId;
let link: string;

beforeAll(async () => {
  backend = await startTestBackend();
  bystander = withSuperuser(backend.database);
  await bystander.connect();
  practiceId = await aPractice(backend);
  const clinician = await aStaffMember(backend, practiceId);
  clientId = await aClient(backend, practiceId, clinician);
});
beforeEach(async () => {
  link = await aLink(backend, practiceId, clientId, 'gad7');
});
afterAll(async () => {
  await bystander.end();
  await backend.close();
});

const NEWEST = '(select max(administration_id::text)::uuid from care.administration)';

/** The answers of the newest link as they were sent; null when they were not. */
async function sent(): Promise<readonly (number | null)[] | null> {
  const rows = await backend.database.asSuperuser<{ answers: readonly (number | null)[] }>(
    `select answers from care.response where administration_id = ${NEWEST}`,
  );
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0]?.answers ?? null;
}

/** The answers of the newest link as they were saved, in the order of the items. */
async function saved(): Promise<readonly (number | null)[]> {
  const rows = await backend.database.asSuperuser<{ value: number | null }>(
    `select distinct on (item) value from care.answer where administration_id = ${NEWEST}
     order by item, revision desc`,
  );
  return rows.map(({ value }) => value);
}

const save = (item: number, answer: string) => submitForm(backend, `${link}/q/${item}`, { answer });
const send = () => submitForm(backend, `${link}/submit`, {});

/** Lets requests line up one behind the other before the link's row, then lets them through. */
async function inLine(...requests: readonly (() => Promise<Response>)[]): Promise<number[]> {
  await bystander.query('begin');
  await bystander.query(
    `select from care.administration where administration_id = ${NEWEST} for update`,
  );
  const replies: Promise<Response>[] = [];
  for (const request of requests) {
    replies.push(request());
    await until('it waits in line', async () => (await standing()) === replies.length);
  }
  await bystander.query('rollback');
  return (await Promise.all(replies)).map(({ status }) => status);
}

/** How many of the application's transactions stand before a lock. */
async function standing(): Promise<number> {
  const rows = await backend.database.asSuperuser(
    `select from pg_stat_activity where usename = 'throughline_app' and wait_event_type = 'Lock'`,
  );
  return rows.length;
}

describe('an answer that arrives after the answers were sent', () => {
  it('is refused, and changes nothing of what was sent, also without a script', async () => {
    expect((await answerAndSend(backend, link, ALL_ONES)).status).toBe(303);
    const thanks = await (await openPage(backend, `${link}/done`)).text();
    for (const answer of ['0', '1', '3', 'skip']) {
      expect((await save(1, answer)).status).toBe(404);
    }
    expect(await saved()).toEqual(ALL_ONES);
    expect(await sent()).toEqual(ALL_ONES);
    expect(await (await openPage(backend, `${link}/done`)).text()).toBe(thanks);
  });

  it('is refused as well when it had waited behind the sending', async () => {
    for (let item = 1; item <= ITEMS; item += 1) await save(item, '1');
    expect(await inLine(send, () => save(1, '3'))).toEqual([303, 404]);
    expect(await sent()).toEqual(ALL_ONES);
    expect(await saved()).toEqual(ALL_ONES);
  });

  it('is among what was sent when it had waited before the sending', async () => {
    for (let item = 1; item <= ITEMS; item += 1) await save(item, '1');
    expect(await inLine(() => save(1, '3'), send)).toEqual([303, 303]);
    expect(await sent()).toEqual([3, ...ALL_ONES.slice(1)]);
  });
});

it('ten sendings at once amid ten answers send what is saved, once', async () => {
  for (let item = 1; item <= ITEMS; item += 1) await save(item, '1');
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, turn) => [
      send(),
      save((turn % ITEMS) + 1, String(turn % 4)),
    ]).flat(),
  );
  const statuses = replies.map(({ status }) => status);
  expect(statuses.filter((_, place) => place % 2 === 0)).toEqual(Array(10).fill(303));
  for (const status of statuses) expect([303, 404]).toContain(status);
  expect(await sent()).toEqual(await saved());
});

describe('nothing to send', () => {
  it('ten times at once is refused ten times, and the link stays open', async () => {
    await save(1, 'skip');
    const replies = await Promise.all(Array.from({ length: 10 }, send));
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(422));
    expect(await sent()).toBeNull();
    await save(1, '2');
    expect((await send()).status).toBe(303);
    expect(await sent()).toEqual([2, ...Array(ITEMS - 1).fill(null)]);
  });

  it('is found when the only answer was taken back just before the sending', async () => {
    await save(1, '2');
    expect(await inLine(() => save(1, 'skip'), send)).toEqual([303, 422]);
    expect(await sent()).toBeNull();
  });
});

it('a link that can not be written leaves no measure behind', async () => {
  const count = async () =>
    (await backend.database.asSuperuser('select from care.administration')).length;
  const before = await count();
  await backend.database.asSuperuser('revoke insert on directory.portal_link from throughline_app');
  try {
    await expect(aLink(backend, practiceId, clientId)).rejects.toThrow('42501');
    expect(await count()).toBe(before);
  } finally {
    await backend.database.asSuperuser('grant insert on directory.portal_link to throughline_app');
  }
});
