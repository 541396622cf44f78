import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operatorScope } from '#backend/care/deps.ts';
import { endCare, resumeCare } from '#backend/care/end-care.ts';
import { addDays, type CalendarDate, dateInZone } from '#shared/contracts/calendar.ts';
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
} from '#test/support/practice.ts';

const DAY = 86_400_000;
const TIME_ZONE = 'America/Chicago';
/** For how long care had ended, in days. */
const AWAY = 60;
const NOTHING = [0, 0, 0, 0, 0, 0, 0, 0, 0];

let backend: TestBackend;
let practiceId: PracticeId;
let clientId: ClientId;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  practiceId = await aPractice(backend);
  clientId = await aClient(backend, practiceId, await aStaffMember(backend, practiceId));
});
afterAll(() => backend.close());

const days = (count: number) => backend.clock.pass(count * DAY);
const today = () => dateInZone(backend.care.now(), TIME_ZONE);
const send = (measure = 'phq9') => aLink(backend, practiceId, clientId, measure);

/** Care ends and is resumed so many days later. */
async function isAway(count: number): Promise<void> {
  const who = { clientId, bornOn: null };
  const done = { ok: true, value: true };
  const scope = () => operatorScope(backend.care, practiceId);
  expect(await endCare(backend.care, scope(), who)).toEqual(done);
  days(count);
  expect(await resumeCare(backend.care, scope(), who)).toEqual(done);
}

/** Looks once for missed check-ins, as every day. */
async function round(): Promise<void> {
  const stop = new AbortController();
  await backend.judgeCheckIns(stop.signal, async () => stop.abort());
}

/** What alerts about silence say was missed. */
const missed = () =>
  backend.database.asSuperuser<{ rule: string; due: readonly CalendarDate[] }>(
    `select rule, jsonb_path_query_array(evidence, '$[*].missed[*].dueOn') as due
     from care.alert where client_id = $1 and rule in ('M1', 'M2') order by opened_at`,
    [clientId],
  );

const dueDays = async () => {
  const rows = await backend.database.asSuperuser<{ due: CalendarDate }>(
    'select due_on::text as due from care.administration where client_id = $1 order by sent_at, instrument_id desc',
    [clientId],
  );
  return rows.map(({ due }) => due);
};

const postponed = () =>
  backend.database.asSuperuser(
    `select (e.subject ->> 'days')::int as days, a.instrument_id as measure
     from care.audit_event e
     join care.administration a on a.administration_id::text = e.subject ->> 'administrationId'
     where e.client_id = $1 and e.action = 'administration.postponed' order by measure`,
    [clientId],
  );

async function isOpen(link: string): Promise<boolean> {
  return (await openPage(backend, link)).status === 200;
}

describe('what was out when care ended', () => {
  it('is not missed once care goes on, until it is due anew and left', async () => {
    await send();
    days(1);
    await send();
    const before = await dueDays();
    await isAway(AWAY);
    await round();
    expect(await missed()).toEqual([]);
    const after = before.map((day) => addDays(day, AWAY));
    expect(await dueDays()).toEqual(after);

    days(4);
    await round();
    expect(await missed()).toEqual([{ rule: 'M2', due: after }]);
  });

  it('can be answered for as long as it could then, behind the link that the client has', async () => {
    const link = await send();
    days(3);
    await isAway(AWAY);
    days(3);
    expect(await isOpen(link)).toBe(true);
    days(2);
    expect(await isOpen(link)).toBe(false);
  });

  it('is made up for by an answer, as if care had not ended', async () => {
    const link = await send();
    days(1);
    await send();
    await isAway(AWAY);
    await entered(backend, { practiceId, clientId }, link);
    await answerAndSend(backend, link, NOTHING);
    days(4);
    await round();
    expect(await missed()).toEqual([]);
  });

  it('has no less time than before where care had ended for hours', async () => {
    const link = await send();
    const due = today();
    days(6.9);
    await isAway(0.5);
    expect(await isOpen(link)).toBe(true);
    expect(await dueDays()).toEqual([addDays(due, 4)]);
  });

  it('is recorded, form by form, and nothing else is', async () => {
    const ranOut = await send('gad7');
    days(8);
    await answerAndSend(backend, await send('phq2'), [0, 0]);
    await send();
    const [old, answered, out] = await dueDays();
    await isAway(AWAY);
    expect(await postponed()).toEqual([{ days: AWAY, measure: 'phq9' }]);
    expect(await dueDays()).toEqual([old, answered, addDays(out ?? today(), AWAY)]);
    expect(await isOpen(ranOut)).toBe(false);
  });
});

it('what was missed before care ended stays so', async () => {
  for (let sent = 0; sent < 2; sent += 1) {
    await send();
    days(8);
  }
  const before = await dueDays();
  await isAway(AWAY);
  await round();
  expect(await missed()).toEqual([{ rule: 'M2', due: before }]);
});
