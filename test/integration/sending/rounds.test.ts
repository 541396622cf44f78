import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aLink, answerAndSend } from '#test/support/practice.ts';
import {
  goTo,
  leaveCare,
  messagesTo,
  rounds,
  type SendingScene,
  sendingScene,
  sentTo,
  wentOut,
} from './sending-scene.ts';

const BOTH = ['phq9', 'gad7'];

let backend: TestBackend;
let scene: SendingScene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await sendingScene(backend);
});
afterAll(() => backend.close());

const messages = () => messagesTo(backend, scene.clientId);
const sent = () => sentTo(backend, scene.clientId);

describe('a plan that is kept', () => {
  it('sends on its day, all of it together, with one message', async () => {
    const planId = await scene.keep(scene.plan({ measures: BOTH }));
    goTo(backend, 1, 9);
    await rounds(backend);
    const [first, second, ...others] = await sent();
    expect(others).toEqual([]);
    expect([first, second]).toMatchObject([
      { measure: 'phq9', place: 1, way: 'message' },
      { measure: 'gad7', place: 2, way: 'message' },
    ]);
    expect(await messages()).toEqual([
      {
        messageId: first?.messageId,
        purpose: 'checkIn',
        way: 'email',
        about: null,
        cancelled: false,
      },
    ]);
    expect(second?.messageId).toBe(first?.messageId);
    const { plans, outstanding } = await scene.sendings();
    expect(outstanding).toMatchObject([
      { instrumentId: 'phq9', message: 'waiting' },
      { instrumentId: 'gad7', message: 'waiting' },
    ]);
    expect(plans).toMatchObject([{ planId }]);
    expect(plans[0]?.next).not.toContain(first?.forDay);
  });

  it('sends once, however many rounds and backends look', async () => {
    await scene.keep(scene.plan({ measures: BOTH }));
    goTo(backend, 1, 9);
    await Promise.all([rounds(backend, 3), rounds(backend, 3), rounds(backend, 3)]);
    goTo(backend, 1, 12);
    await rounds(backend);
    expect(await sent()).toHaveLength(2);
    expect(await messages()).toHaveLength(1);
  });

  it('sends one of several days that nobody kept, and the next in its turn', async () => {
    await scene.keep(
      scene.plan({
        measures: ['cesd'],
        cadence: { is: 'everyWeeks', weeks: 1, from: scene.day() },
      }),
    );
    const first = scene.day();
    goTo(backend, 23, 9);
    await rounds(backend);
    goTo(backend, 5, 9);
    await rounds(backend, 2);
    const days = (await sent()).map(({ forDay }) => forDay);
    expect(days).toHaveLength(2);
    expect(days).not.toContain(first);
  });

  it('writes all of it or nothing: a round that breaks at the last row has sent nothing', async () => {
    await scene.keep(scene.plan({ measures: BOTH }));
    goTo(backend, 1, 9);
    for (const table of ['administration', 'sending', 'audit_event', 'message']) {
      await breaking(table, () => rounds(backend));
      expect(await sent(), table).toEqual([]);
      expect(await messages(), table).toEqual([]);
    }
    expect(backend.logged()).toContain('plans not kept');
    await rounds(backend);
    expect(await sent()).toHaveLength(2);
    expect(await messages()).toHaveLength(1);
  });

  it('keeps no other client waiting when one fails', async () => {
    const other = await sendingScene(backend);
    await scene.keep(scene.plan());
    await other.keep(other.plan());
    await backend.database.asSuperuser(
      `update care.plan_version set terms = '{"broken": true}' where plan_id in
         (select plan_id from care.plan where client_id = $1)`,
      [scene.clientId],
    );
    goTo(backend, 1, 9);
    await rounds(backend);
    expect(await sentTo(backend, other.clientId)).toHaveLength(1);
    expect(backend.logged()).not.toContain('jordan@');
  });
});

describe('what is left out', () => {
  it('is everything for whoever left care or has not agreed to be written to', async () => {
    const silent = await sendingScene(backend, { agreed: false });
    await silent.keep(silent.plan());
    await scene.keep(scene.plan());
    await leaveCare(backend, scene);
    goTo(backend, 1, 9);
    await rounds(backend);
    expect(await sent()).toEqual([]);
    expect(await sentTo(backend, silent.clientId)).toEqual([]);
    expect((await silent.sendings()).plans[0]?.next).toEqual([]);
  });

  it('is a measure that would ask about the same days twice, and not the others', async () => {
    await scene.keep(
      scene.plan({ measures: ['phq9', 'gad7'], cadence: { is: 'once', on: scene.day(5) } }),
    );
    const link = await aLink(backend, scene.practiceId, scene.clientId, 'phq9');
    await answerAndSend(backend, link, [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    goTo(backend, 5, 9);
    await rounds(backend);
    expect(await sent()).toMatchObject([{ measure: 'gad7', place: 1 }]);
  });

  it('is what lies with the client, also once that is answered', async () => {
    await scene.keep(scene.plan({ cadence: { is: 'once', on: scene.day(2) } }));
    const link = await aLink(backend, scene.practiceId, scene.clientId, 'phq9');
    goTo(backend, 2, 9);
    await rounds(backend);
    await answerAndSend(backend, link, [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    await rounds(backend);
    expect(await sent()).toEqual([]);
    expect(await messages()).toEqual([]);
  });

  it('is told with its reason, and not announced as the next day', async () => {
    const every = { is: 'everyWeeks', weeks: 2, from: scene.day(4) } as const;
    await scene.keep(scene.plan({ cadence: every }));
    const link = await aLink(backend, scene.practiceId, scene.clientId, 'phq9');
    await answerAndSend(backend, link, [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const [on, since] = [scene.day(4), scene.day()];
    goTo(backend, 5, 9);
    await rounds(backend);
    const { plans } = await scene.sendings();
    expect(plans[0]?.leftOut).toEqual([{ measureId: 'phq9', on, why: 'tooSoon', since }]);
    expect(plans[0]?.next[0]).toBe(scene.day(13));
  });
});

const pauseOf = (reason: string) => ({
  clientId: scene.clientId,
  pauseId: v7(),
  reason,
  until: null,
});

describe('a crisis', () => {
  it('stops plans, reminders and what waits to go out, until somebody says that it is over', async () => {
    await scene.keep(scene.plan({ reminderDays: [2], expiryDays: 14 }));
    goTo(backend, 1, 9);
    await rounds(backend);
    const pause = pauseOf('crisis');
    await scene.done('plans.pause', pause);
    expect(await messages()).toMatchObject([{ purpose: 'checkIn', cancelled: true }]);
    goTo(backend, 21, 9);
    await rounds(backend);
    expect(await messages()).toHaveLength(1);
    expect(await scene.sendings()).toMatchObject({
      pause: { reason: 'crisis' },
      plans: [{ next: [] }],
    });
    await scene.done('plans.resume', { clientId: scene.clientId, pauseId: pause.pauseId });
    await rounds(backend);
    expect(await messages(), 'no day is made up for').toHaveLength(1);
    goTo(backend, 14, 9);
    await rounds(backend);
    expect(await messages()).toHaveLength(2);
  });

  it('takes the place of another pause, and no other pause the place of any', async () => {
    await scene.done('plans.pause', pauseOf('away'));
    expect(await scene.refusal('plans.pause', pauseOf('other'))).toBe('alreadyPaused');
    await scene.done('plans.pause', pauseOf('crisis'));
    expect((await scene.sendings()).pause?.reason).toBe('crisis');
    expect(await scene.refusal('plans.pause', pauseOf('crisis'))).toBe('alreadyPaused');
  });
});

describe('a reminder', () => {
  it('is written once for each of its days, while something is not answered', async () => {
    await scene.keep(scene.plan({ measures: BOTH, reminderDays: [2, 4], expiryDays: 10 }));
    goTo(backend, 1, 9);
    await rounds(backend);
    const [checkIn] = await messages();
    goTo(backend, 2, 9);
    await rounds(backend);
    expect(await messages(), 'what has not gone out is not reminded of').toHaveLength(1);
    await wentOut(backend, scene.clientId);
    goTo(backend, 2, 9);
    await Promise.all([rounds(backend, 2), rounds(backend, 2)]);
    const [, reminder, ...others] = await messages();
    expect(others).toEqual([]);
    expect(reminder).toMatchObject({ purpose: 'reminder', about: checkIn?.messageId });
    await backend.database.asSuperuser(
      `update care.administration set completed_at = $2 where client_id = $1`,
      [scene.clientId, backend.clock.now.toISOString()],
    );
    goTo(backend, 2, 9);
    await rounds(backend);
    expect(await messages()).toHaveLength(2);
  });

  it('goes by the way that the client wants now, and not once a plan is ended', async () => {
    const planId = await scene.keep(scene.plan({ reminderDays: [1, 3], expiryDays: 10 }));
    goTo(backend, 1, 9);
    await rounds(backend);
    await wentOut(backend, scene.clientId);
    const byText = { channel: 'text', phone: '+13125550142' } as const;
    await scene.contact(byText);
    goTo(backend, 1, 9);
    await rounds(backend);
    expect(await messages()).toMatchObject([
      { way: 'email' },
      { purpose: 'reminder', way: 'text' },
    ]);
    await scene.done('plans.end', { clientId: scene.clientId, planId });
    goTo(backend, 2, 9);
    await rounds(backend);
    expect(await messages()).toHaveLength(2);
  });
});

/** Rules about silence that the client's record holds an alert of. */
async function silence() {
  return backend.database.asSuperuser<{ readonly rule: string }>(
    `select rule from care.alert where client_id = $1 and rule in ('M1', 'M2')`,
    [scene.clientId],
  );
}

describe('silence', () => {
  it('is the client’s only about what went out', async () => {
    const every = { is: 'everyWeeks', weeks: 2, from: scene.day() } as const;
    await scene.keep(scene.plan({ cadence: every }));
    for (let sending = 0; sending < 3; sending += 1) {
      goTo(backend, sending === 0 ? 1 : 14, 9);
      await rounds(backend);
    }
    goTo(backend, 10, 9);
    await judge();
    expect(await silence()).toEqual([]);
    await wentOut(backend, scene.clientId);
    goTo(backend, 1, 9);
    await judge();
    expect(await silence()).toEqual([{ rule: 'M2' }]);
  });
});

/** Looks for missed check-ins once. */
async function judge(): Promise<void> {
  const stop = new AbortController();
  await backend.judgeCheckIns(stop.signal, async () => stop.abort());
}

/** Does something while no row can be added to a table. */
async function breaking(table: string, work: () => Promise<void>): Promise<void> {
  const { asSuperuser } = backend.database;
  await asSuperuser(
    `create function public.break_it() returns trigger language plpgsql as
     $$ begin raise exception 'the server was killed here'; end $$`,
  );
  await asSuperuser(
    `create trigger break_it before insert on care.${table}
     for each row execute function public.break_it()`,
  );
  try {
    await work();
  } finally {
    await asSuperuser('drop function public.break_it() cascade');
  }
}

/** Two days of plans, five days apart: on the second what the first sent can still be answered. */
async function daysLater(whatBecame: () => Promise<unknown>) {
  for (const ahead of [1, 6]) {
    const cadence = { is: 'once', on: scene.day(ahead) } as const;
    await scene.keep(scene.plan({ measures: ['cesd'], cadence }));
  }
  goTo(backend, 1, 9);
  await rounds(backend);
  expect(await sent()).toHaveLength(1);
  await whatBecame();
  goTo(backend, 5, 9);
  await rounds(backend);
  return sent();
}

/** What waits to go out reaches nobody. */
const markedAs = (how: 'gave_up_at' | 'cancelled_at') => () =>
  backend.database.asSuperuser(
    `update care.message set ${how} = $2 where client_id = $1 and sent_at is null`,
    [scene.clientId, backend.clock.now.toISOString()],
  );

/** A link is handed over instead of what was given up. */
const handedOver = async () => {
  await markedAs('gave_up_at')();
  const about = { clientId: scene.clientId, administrationId: v7(), measureId: 'cesd' };
  await scene.done('plans.sendNow', { ...about, by: 'link', oftenMeant: false });
};

describe('a day of a plan after one that was not answered', () => {
  it.each(['gave_up_at', 'cancelled_at'] as const)(
    'asks again when the message reached nobody: %s',
    async (how) => {
      expect(await daysLater(markedAs(how))).toHaveLength(2);
      expect(await messages()).toMatchObject([
        {},
        { purpose: 'checkIn', about: null, cancelled: false },
      ]);
    },
  );

  it('leaves it out while the message waits', async () => {
    expect(await daysLater(() => Promise.resolve())).toHaveLength(1);
  });

  it('leaves it out when the message went out', async () => {
    expect(await daysLater(() => wentOut(backend, scene.clientId))).toHaveLength(1);
  });

  it('leaves it out when a link was handed over instead of the message', async () => {
    expect(await daysLater(handedOver)).toHaveLength(1);
  });
});
