import type { Pool } from 'pg';
import { beforeEach, expect, it } from 'vitest';
import { createOwnVoice, type OwnVoice, VOICE_HOLDS_MS } from '#backend/live/own-voice.ts';
import { inventedId } from '#test/support/brief-facts.ts';

const LISTENER = inventedId(7);

let time: number;
let isAway: boolean;
let sent: number;
let voice: OwnVoice;

beforeEach(() => {
  time = 0;
  isAway = false;
  sent = 0;
  const query = async () => {
    if (isAway) throw new Error('the database is away');
  };
  const pool = { query } as unknown as Pool;
  voice = createOwnVoice({ pool, listenerId: LISTENER, elapsed: () => time });
  voice.listensAnew();
});

/** Says something, and hears it or not. */
async function say({ isHeard }: { readonly isHeard: boolean }): Promise<void> {
  sent += 1;
  await voice.say().catch(() => undefined);
  if (isHeard) voice.hear({ is: 'probe', listenerId: LISTENER, sent });
}

/** Lets time pass on a connection that brings nothing; how long until it has to be replaced. */
async function untilDeaf(): Promise<number> {
  const begin = time;
  while (!voice.isDeaf()) {
    await say({ isHeard: false });
    time += 1_000;
  }
  return time - begin;
}

it('is deaf when what was committed is not heard, and not before', async () => {
  await say({ isHeard: true });
  time += 3_600_000;
  expect(voice.isDeaf()).toBe(false);
  expect(await untilDeaf()).toBe(VOICE_HOLDS_MS + 1_000);
  await say({ isHeard: true });
  expect(voice.isDeaf()).toBe(false);
});

it('is not deaf while nothing can be said', async () => {
  await say({ isHeard: true });
  isAway = true;
  for (let round = 0; round < 100; round += 1) {
    await say({ isHeard: false });
    time += 1_000;
  }
  expect(voice.isHeard()).toBe(false);
  expect(voice.isDeaf()).toBe(false);
});

it('hears words that come before their commit is known, and expects nothing of another process', async () => {
  voice.hear({ is: 'probe', listenerId: LISTENER, sent: 1 });
  await say({ isHeard: false });
  time += VOICE_HOLDS_MS + 1;
  expect(voice.isDeaf()).toBe(false);
  await say({ isHeard: false });
  voice.hear({ is: 'probe', listenerId: inventedId(8), sent: 2 });
  time += VOICE_HOLDS_MS + 1;
  expect(voice.isDeaf()).toBe(true);
});

it('is waited for twice as long after each connection that brought nothing', async () => {
  const waits = [];
  for (let connection = 0; connection < 8; connection += 1) {
    waits.push(Math.floor((await untilDeaf()) / 1_000) - 1);
    voice.listensAnew();
    expect(voice.isDeaf()).toBe(false);
  }
  expect(waits).toEqual([10, 20, 40, 80, 160, 300, 300, 300]);
  await say({ isHeard: true });
  voice.listensAnew();
  expect(await untilDeaf()).toBe(VOICE_HOLDS_MS + 1_000);
});
