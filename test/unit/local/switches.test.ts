import { beforeEach, describe, expect, it } from 'vitest';
import { type Failure, failure } from '#extension/local/failure.ts';
import { ASKED_EVERY_MS, createSwitches } from '#extension/local/fleet/switches.ts';
import type { SignedIn } from '#extension/local/signed-in.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import {
  type AdapterMode,
  type AdapterSwitches,
  SWITCHES_HOLD_SECONDS,
} from '#shared/contracts/fleet.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { stillClock } from '#test/support/clock.ts';
import { eventually } from '#test/support/eventually.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { LINDE, OKAFOR } from '#test/support/outbox-worker.ts';

const EHR = 'simplepractice';

let clock = stillClock('2026-11-21T09:00:00.000Z');
let area = memoryStorage();
let server: { mode: AdapterMode; down: boolean; asked: number };
let signedIn: SignedIn | null = OKAFOR;
let changes = 0;

const person = {
  known: async () => signedIn,
  now: async () => (signedIn === null ? refuse(failure('signedOut')) : ok(signedIn)),
};

const listed = (mode: AdapterMode): Result<AdapterSwitches, Failure> =>
  ok({ asOf: instantOf(clock.now()), adapters: [{ ehr: EHR, mode }] });

/** A worker's switches; another one on the same storage is the worker started anew. */
function start() {
  return createSwitches({
    area,
    now: clock.now,
    person,
    async ask() {
      server.asked += 1;
      return server.down ? refuse(failure('unreachable')) : listed(server.mode);
    },
    onChange: () => {
      changes += 1;
    },
  });
}

beforeEach(() => {
  clock = stillClock('2026-11-21T09:00:00.000Z');
  area = memoryStorage();
  server = { mode: 'on', down: false, asked: 0 };
  changes = 0;
  signedIn = OKAFOR;
});

describe('an adapter', () => {
  it('writes nothing before the server was ever asked', async () => {
    expect(await start().modeOf(EHR)).toBe('readOnly');
    server.down = true;
    expect(await start().confirmedModeOf(EHR)).toBe('readOnly');
  });

  it('may do what the server says, also for a worker that starts anew', async () => {
    for (const mode of ['on', 'readOnly', 'off'] as const) {
      server.mode = mode;
      await start().refresh();
      expect(await start().modeOf(EHR)).toBe(mode);
    }
  });

  it('that the server does not list writes nothing', async () => {
    await start().refresh();
    expect(await start().modeOf('therapynotes')).toBe('readOnly');
  });

  it('writes for as long as the answer holds, and not a moment longer', async () => {
    await start().refresh();
    clock.advance(SWITCHES_HOLD_SECONDS);
    expect(await start().modeOf(EHR)).toBe('on');
    clock.advance(1);
    expect(await start().modeOf(EHR)).toBe('readOnly');
  });

  it('writes nothing by an answer of the future, after the clock was set back', async () => {
    await start().refresh();
    clock.advance(-60);
    expect(await start().modeOf(EHR)).toBe('readOnly');
    expect(await start().confirmedModeOf(EHR)).toBe('on');
  });

  it('that is off stays off until the server says otherwise, however long it can’t be asked', async () => {
    server.mode = 'off';
    await start().refresh();
    server.down = true;
    clock.advance(30 * 86_400);
    expect(await start().confirmedModeOf(EHR)).toBe('off');
    server.down = false;
    server.mode = 'on';
    expect(await start().confirmedModeOf(EHR)).toBe('on');
  });

  it('writes nothing by what another version of the extension left behind', async () => {
    area = memoryStorage({ adapterSwitches: { simplepractice: 'on' } });
    expect(await start().modeOf(EHR)).toBe('readOnly');
  });
});

describe('the server', () => {
  it('is asked when the answer is five minutes old, and not before', async () => {
    const switches = start();
    await switches.refreshIfOld();
    clock.advance(ASKED_EVERY_MS / 1000 - 1);
    await switches.refreshIfOld();
    expect(server.asked).toBe(1);
    clock.advance(1);
    await switches.refreshIfOld();
    expect(server.asked).toBe(2);
  });

  it('is asked once by ten that want to know at the same time', async () => {
    const switches = start();
    await Promise.all(Array.from({ length: 10 }, () => switches.refresh()));
    expect(server.asked).toBe(1);
  });

  it('that says the same again changes nothing for anybody', async () => {
    const switches = start();
    await switches.refresh();
    await switches.refresh();
    expect(changes).toBe(1);
    server.mode = 'readOnly';
    await switches.refresh();
    expect(changes).toBe(2);
  });
});

describe('somebody else at the same computer', () => {
  it.each([
    ['of another practice', LINDE],
    ['of another server', { ...OKAFOR, backend: 'https://other.practice.example' }],
  ])('%s does not write by what the one before was allowed', async (_whose, next) => {
    await start().refresh();
    signedIn = next;
    server.down = true;
    expect(await start().modeOf(EHR)).toBe('readOnly');
    expect(await start().confirmedModeOf(EHR)).toBe('readOnly');
    signedIn = OKAFOR;
    expect(await start().modeOf(EHR)).toBe('on');
  });

  it('is asked for at once, however fresh the answer of the one before is', async () => {
    await start().refresh();
    signedIn = LINDE;
    server.mode = 'readOnly';
    expect(await start().confirmedModeOf(EHR)).toBe('readOnly');
    expect(server.asked).toBe(2);
    server.mode = 'on';
    await start().refresh();
    expect(await start().modeOf(EHR)).toBe('on');
  });

  it('finds off what is off, until their own server says otherwise', async () => {
    server.mode = 'off';
    await start().refresh();
    server.down = true;
    for (signedIn of [LINDE, null]) expect(await start().confirmedModeOf(EHR)).toBe('off');
    signedIn = LINDE;
    server.down = false;
    server.mode = 'on';
    expect(await start().confirmedModeOf(EHR)).toBe('on');
  });

  it('does not wait for an answer to the one before, and is not given it', async () => {
    const answers = new Map<string, (answer: Result<AdapterSwitches, Failure>) => void>();
    const switches = createSwitches({
      area,
      now: clock.now,
      person,
      ask: ({ token }) => new Promise((resolve) => void answers.set(token, resolve)),
      onChange: () => undefined,
    });
    const before = switches.refresh();
    await eventually(() => expect(answers.size).toBe(1));
    signedIn = LINDE;
    const mode = switches.confirmedModeOf(EHR);
    await eventually(() => expect(answers.size).toBe(2));
    answers.get(OKAFOR.token)?.(listed('on'));
    await before;
    expect(await switches.modeOf(EHR)).toBe('readOnly');
    answers.get(LINDE.token)?.(listed('readOnly'));
    expect(await mode).toBe('readOnly');
  });

  it('is given nothing of what earlier versions kept of nobody knows whom', async () => {
    const switches = { asOf: instantOf(clock.now()), adapters: [{ ehr: EHR, mode: 'on' }] };
    area = memoryStorage({ adapterSwitches: { switches, askedAt: instantOf(clock.now()) } });
    expect(await start().modeOf(EHR)).toBe('readOnly');
  });
});
