import { describe, expect, it } from 'vitest';
import { instantOf } from '#shared/contracts/calendar.ts';
import { AlertId } from '#shared/contracts/ids.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';
import { LINDE, OKAFOR, outboxScene } from '#test/support/outbox-worker.ts';

const clock = stillClock('2026-11-21T00:58:00.000Z');
const alertId = AlertId.parse(inventedId(60));
const SEEN = { alertId, action: 'contactedClient', seenLatestAt: instantOf(clock.now()) } as const;

async function scene() {
  const { area, register, server, start } = outboxScene(clock.now);
  const outbox = start();
  await outbox.onServerThere();
  return { area, register, server, start, outbox };
}

describe('an acknowledgement', () => {
  it('is done when the server has it, and nothing of it is kept', async () => {
    const { outbox, register } = await scene();
    expect(await outbox.acknowledge(SEEN)).toEqual({ ok: true, value: 'done' });
    expect(register.reached).toMatchObject([{ fact: { input: SEEN }, wasSealed: false }]);
    expect(await outbox.list()).toEqual([]);
  });

  it('will be sent while the server is away, is said to wait, and is sent once', async () => {
    const { outbox, register } = await scene();
    register.says = 'unreachable';
    for (let press = 0; press < 2; press += 1) {
      expect(await outbox.acknowledge(SEEN)).toEqual({ ok: true, value: 'willBeSent' });
    }
    const waiting = [{ what: 'acknowledgement', alertId, is: 'waiting' }];
    expect(await outbox.list()).toMatchObject(waiting);
    register.says = null;
    await outbox.send();
    expect(register.reached).toHaveLength(1);
    expect(await outbox.list()).toEqual([]);
  });

  it('that was promised is kept when a second press finds the session over', async () => {
    const { area, outbox, register, start } = await scene();
    register.says = 'unreachable';
    expect(await outbox.acknowledge(SEEN)).toEqual({ ok: true, value: 'willBeSent' });
    register.says = 'signedOut';
    register.endsSession = true;
    expect(await outbox.acknowledge(SEEN)).toEqual({ ok: true, value: 'willBeSent' });
    register.says = null;
    register.endsSession = false;
    register.signedIn = OKAFOR;
    for (const key of Object.keys(area.all())) await area.remove(key);
    await start().send();
    expect(register.reached).toMatchObject([{ fact: { input: SEEN } }]);
  });

  it('that a second press asked for while the first one forgot it is not said to be done', async () => {
    const { outbox, register } = await scene();
    register.says = 'signedOut';
    register.endsSession = true;
    const second = new Promise((resolve) => {
      register.whileSending = async () => {
        resolve(outbox.acknowledge(SEEN));
        // By now the second press has found the first one's entry.
        await outbox.list();
      };
    });
    const refused = { ok: false, refusal: { reason: 'signedOut' } };
    expect(await outbox.acknowledge(SEEN)).toMatchObject(refused);
    expect(await second).toMatchObject(refused);
    register.signedIn = OKAFOR;
    expect(await outbox.list()).toEqual([]);
  });

  it('that found the session over at the first press is not kept', async () => {
    const { outbox, register } = await scene();
    register.says = 'signedOut';
    register.endsSession = true;
    expect(await outbox.acknowledge(SEEN)).toMatchObject({ refusal: { reason: 'signedOut' } });
    register.signedIn = OKAFOR;
    expect(await outbox.list()).toEqual([]);
  });

  it('behind another that could not be told is said to wait as well', async () => {
    const { outbox, register } = await scene();
    register.says = 'unreachable';
    await outbox.acknowledge(SEEN);
    const other = AlertId.parse(inventedId(61));
    expect(await outbox.acknowledge({ ...SEEN, alertId: other })).toMatchObject({
      value: 'willBeSent',
    });
    expect((await outbox.list()).map(({ is }) => is)).toEqual(['waiting', 'waiting']);
  });

  it('that is refused at once is said at once', async () => {
    const { outbox, register } = await scene();
    register.refuses = 'acknowledgement';
    expect(await outbox.acknowledge(SEEN)).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('not in your caseload') },
    });
    expect(await outbox.list()).toEqual([]);
  });

  it('goes through a restart in a colleague’s hands, in its author’s name; a refusal is told to the author', async () => {
    const { area, outbox, register, server, start } = await scene();
    register.says = 'unreachable';
    await outbox.acknowledge(SEEN);
    for (const key of Object.keys(area.all())) await area.remove(key);
    server.refuses.set('acknowledgement', 'newerEvidence');
    register.says = null;
    register.signedIn = LINDE;
    const next = start();
    await next.onServerThere();
    expect(await next.list()).toEqual([]);
    register.signedIn = OKAFOR;
    const said = 'A newer answer has joined this alert. Read it, then acknowledge.';
    const refused = [{ what: 'acknowledgement', is: 'refused', because: said }];
    expect(await start().list()).toMatchObject(refused);
    await next.forgetRefused();
    expect(await next.list()).toEqual([]);
    expect(register.reached).toEqual([]);
  });

  it('is not taken when it can’t be sealed: nobody was there to ask', async () => {
    const { register, start } = outboxScene(clock.now);
    register.grants = false;
    register.says = 'unreachable';
    expect(await start().acknowledge(SEEN)).toMatchObject({ refusal: { reason: 'unreachable' } });
    expect(await start().list()).toEqual([]);
  });
});
