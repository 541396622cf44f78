import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLive, type Live } from '#extension/local/live/live.ts';
import { BearerToken } from '#extension/local/session.ts';
import { ok } from '#shared/contracts/result.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { eventually } from '#test/support/eventually.ts';

const SERVER = 'https://throughline.example';
const AT = '2026-11-21T00:58:00.000Z';
const BEAT = { is: 'beat', path: 'works', at: AT };
const ALERT = { is: 'alert', clientId: inventedId(1), at: AT };
const WAITING = { is: 'waiting', at: AT };

let asksAnew = 0;
let told: string[] = [];
let stream: ReadableStreamDefaultController<Uint8Array>;

beforeEach(() => {
  fakeBrowser.reset();
  asksAnew = 0;
  told = [];
});

const say = (...events: readonly unknown[]) =>
  stream.enqueue(
    new TextEncoder().encode(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')),
  );

async function alertPages() {
  return (await fakeBrowser.tabs.query({})).filter(({ url }) => url === `${SERVER}/alerts`);
}

/** Opens the line of somebody who is signed in, over a browser in memory. */
async function open(): Promise<Live> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stream = controller;
    },
  });
  const live = createLive({
    browser: fakeBrowser,
    fetch: async () => new Response(body),
    now: () => new Date(AT),
    timers: globalThis,
    crypto,
    backend: async () => ok(SERVER),
    session: {
      heldFor: async (backend) => BearerToken.parse({ token: 'sam', backend, expiresAt: AT }),
    },
    notify() {
      asksAnew += 1;
    },
    tellPages: (what) => told.push(what),
    onSignedOut: async () => undefined,
  });
  await live.keep();
  return live;
}

describe('what comes on the line', () => {
  it('lets pages ask anew once for what happens together, and once when the line begins', async () => {
    const live = await open();
    say(BEAT);
    await eventually(() => expect(asksAnew).toBe(1));
    expect(live.state().line).toBe('works');
    expect(told).toEqual(['alertWay', 'alertWay']);
    say(ALERT, { ...ALERT, is: 'client' }, BEAT);
    await eventually(() => expect(asksAnew).toBe(2));
    say(BEAT, { is: 'missed', at: AT });
    await eventually(() => expect(asksAnew).toBe(3));
  });

  it('asks the browser something at every word, which keeps the worker alive', async () => {
    const asked = vi.spyOn(fakeBrowser.alarms, 'getAll');
    await open();
    say(BEAT, BEAT, { is: 'of a newer server' });
    await eventually(() => expect(asked).toHaveBeenCalledTimes(3));
  });
});

describe('a call of the ladder', () => {
  it('is one notification that names nobody and nothing', async () => {
    await open();
    say(WAITING, WAITING);
    await eventually(async () =>
      expect(Object.values(await fakeBrowser.notifications.getAll())).toHaveLength(1),
    );
    const create = vi.spyOn(fakeBrowser.notifications, 'create');
    say(WAITING);
    await eventually(() => expect(create).toHaveBeenCalledTimes(1));
    const [, shown] = create.mock.calls[0] ?? [];
    expect(shown).toMatchObject({
      title: 'Throughline',
      message: 'Something waits for you in Throughline.',
    });
    expect(JSON.stringify(shown)).not.toContain(inventedId(1));
  });

  it('opens the alerts that somebody was told of when it is pressed, and takes the tab that has it', async () => {
    const focused = vi.spyOn(fakeBrowser.windows, 'update');
    const live = await open();
    await live.onClicked('throughline.waiting');
    await live.onClicked('somebody else’s');
    expect(await alertPages()).toHaveLength(1);
    await live.onClicked('throughline.waiting');
    expect(await alertPages()).toHaveLength(1);
    expect(focused).toHaveBeenCalledTimes(2);
    expect(await fakeBrowser.notifications.getAll()).toEqual({});
  });
});
