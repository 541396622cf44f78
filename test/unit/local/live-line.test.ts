import { beforeEach, describe, expect, it } from 'vitest';
import { backOff } from '#extension/local/live/back-off.ts';
import { createLine, type Line } from '#extension/local/live/line.ts';
import type { SessionProof } from '#extension/local/signed-in.ts';
import { type LiveEvent, SILENT_AFTER_MS } from '#shared/contracts/live.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';
import { eventually } from '#test/support/eventually.ts';
import { fakeFetch } from '#test/support/fake-fetch.ts';

const SAM: SessionProof = { backend: 'https://a.example', token: 'sam' };
const AT = '2026-11-21T00:58:00.000Z';
const BEAT = { is: 'beat', path: 'works', at: AT };
const ALERT = { is: 'alert', clientId: inventedId(1), at: AT };

/** A stream as the server has it. */
class ServerSide {
  readonly request: Request;
  readonly reply: Response;
  #sink: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(request: Request) {
    this.request = request;
    const body = new ReadableStream<Uint8Array>({
      start: (sink) => {
        this.#sink = sink;
      },
    });
    request.signal.addEventListener('abort', () => this.#sink?.error(new Error('gone')));
    this.reply = new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  say(...events: readonly unknown[]): void {
    this.write(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''));
  }

  write(text: string): void {
    this.#sink?.enqueue(new TextEncoder().encode(text));
  }

  end(): void {
    this.#sink?.close();
  }
}

/** A pause that lasts until the test ends it. */
interface Pause {
  readonly ms: number;
  readonly end: () => void;
}

let clock = stillClock(AT);
let signedIn: SessionProof | null = SAM;
let streams: ServerSide[] = [];
let pauses: Pause[] = [];
let events: LiveEvent[] = [];
let signedOut: string[] = [];
let heard = 0;
let answer: (request: Request) => Response;

beforeEach(() => {
  clock = stillClock(AT);
  signedIn = SAM;
  [streams, pauses, events, signedOut, heard] = [[], [], [], [], 0];
  answer = (request) => {
    const opened = new ServerSide(request);
    streams.push(opened);
    return opened.reply;
  };
});

function aLine(): Line {
  return createLine({
    fetch: fakeFetch((request) => answer(request)),
    proof: async () => signedIn,
    now: clock.now,
    random: () => 1,
    pause: (ms, signal) =>
      new Promise((resolve) => {
        const pause = { ms, end: resolve };
        pauses.push(pause);
        signal.addEventListener('abort', () => {
          pauses = pauses.filter((one) => one !== pause);
          resolve();
        });
      }),
    onHeard() {
      heard += 1;
    },
    onEvent: (event) => events.push(event),
    onState: () => undefined,
    async onSignedOut(token) {
      signedOut.push(token);
    },
  });
}

/** The newest stream, once there are so many. */
async function stream(count: number): Promise<ServerSide> {
  await eventually(() => expect(streams).toHaveLength(count));
  const newest = streams.at(-1);
  if (newest === undefined) throw new Error('no stream was opened');
  return newest;
}

/** Ends the one pause of so many milliseconds. */
async function pass(ms: number): Promise<void> {
  await eventually(() => expect(pauses.filter((pause) => pause.ms === ms)).toHaveLength(1));
  for (const pause of pauses.filter((one) => one.ms === ms)) pause.end();
  pauses = pauses.filter((pause) => pause.ms !== ms);
}

const becomes = (line: Line, is: string) => eventually(() => expect(line.state().is).toBe(is));

describe('the line', () => {
  it('gives nobody what came for the one before', async () => {
    const line = aLine();
    await line.keep();
    const server = await stream(1);
    server.say(BEAT);
    await becomes(line, 'works');
    signedIn = null;
    const kept = line.keep();
    server.say(ALERT);
    await kept;
    await eventually(() => expect(server.request.signal.aborted).toBe(true));
    expect(events.map(({ is }) => is)).toEqual(['beat']);
  });

  it('is asked for with the token in the header and nothing in the address', async () => {
    const line = aLine();
    await line.keep();
    const { request } = await stream(1);
    expect([request.method, request.url]).toEqual(['POST', 'https://a.example/live']);
    expect(request.headers.get('authorization')).toBe('Bearer sam');
    expect([request.credentials, request.redirect]).toEqual(['omit', 'error']);
    expect(line.state().is).toBe('opening');
  });

  it('is one, however often it is kept', async () => {
    const line = aLine();
    await Promise.all([line.keep(), line.keep(), line.keep()]);
    (await stream(1)).say(BEAT);
    await becomes(line, 'works');
    await line.keep();
    expect(streams).toHaveLength(1);
  });

  it('passes events on, and says when the server does not hear', async () => {
    const line = aLine();
    await line.keep();
    const server = await stream(1);
    server.say(BEAT, ALERT, { ...BEAT, path: 'broken' });
    await becomes(line, 'deaf');
    expect(events.map(({ is }) => is)).toEqual(['beat', 'alert', 'beat']);
    clock.advance(10);
    server.say(BEAT);
    await becomes(line, 'works');
    expect(line.state().since).toBe('2026-11-21T00:58:10.000Z');
  });

  it('takes an event that comes in pieces, and passes over what it does not know', async () => {
    const line = aLine();
    await line.keep();
    const server = await stream(1);
    const [first, rest] = [JSON.stringify(ALERT).slice(0, 20), JSON.stringify(ALERT).slice(20)];
    server.write(`: a comment\n\ndata: {"is":"newer"}\n\ndata: not JSON\n\ndata: ${first}`);
    server.write(`${rest}\n\n`);
    await eventually(() => expect(events).toEqual([ALERT]));
    expect(heard).toBe(4);
  });

  it('does not fill its memory with a frame that never ends', async () => {
    const line = aLine();
    await line.keep();
    (await stream(1)).write('x'.repeat(20_000));
    await becomes(line, 'silent');
  });

  it('is silent without a word for too long, and is tried again', async () => {
    const line = aLine();
    await line.keep();
    (await stream(1)).say(BEAT);
    await becomes(line, 'works');
    await pass(SILENT_AFTER_MS);
    await becomes(line, 'silent');
    await pass(1_000);
    (await stream(2)).say(BEAT);
    await becomes(line, 'works');
  });

  it('waits longer from try to try while the server is away, and begins anew after a word', async () => {
    const opened = answer;
    answer = () => {
      throw new TypeError('Failed to fetch');
    };
    const line = aLine();
    await line.keep();
    for (const ms of [1_000, 2_000, 4_000, 8_000, 16_000, 20_000]) await pass(ms);
    answer = opened;
    await pass(20_000);
    const server = await stream(1);
    server.say(BEAT);
    await becomes(line, 'works');
    server.end();
    await pass(1_000);
    await stream(2);
  });

  it.each([429, 500, 503])('is tried again after %i', async (status) => {
    answer = () => new Response(null, { status });
    const line = aLine();
    await line.keep();
    await becomes(line, 'silent');
    await pass(1_000);
    await pass(2_000);
  });

  it('ends with the session, by the server’s word in either form', async () => {
    const line = aLine();
    await line.keep();
    (await stream(1)).say({ is: 'ended', at: AT });
    await becomes(line, 'closed');
    answer = () => new Response(null, { status: 401 });
    signedIn = { ...SAM, token: 'sam again' };
    await line.keep();
    await eventually(() => expect(signedOut).toEqual(['sam', 'sam again']));
    expect(pauses).toEqual([]);
  });

  it('is not tried again where there is nothing to be told', async () => {
    answer = () => Response.json({ error: 'notAllowed' }, { status: 403 });
    const line = aLine();
    await line.keep();
    await becomes(line, 'closed');
    await line.keep();
    expect(pauses).toEqual([]);
  });

  it.each<[string, () => Response]>([
    ['without words', () => new Response(null, { status: 403 })],
    ['with a page', () => new Response('<h1>Blocked</h1>', { status: 403 })],
    [
      'with what only looks like an answer',
      () => new Response('{', { status: 403, headers: { 'content-type': 'application/json' } }),
    ],
    ['of another kind', () => Response.json({ error: 'foreignOrigin' }, { status: 403 })],
  ])('is silent and tried again where something between refuses it %s', async (_, refusal) => {
    const usual = answer;
    answer = refusal;
    const line = aLine();
    await line.keep();
    await becomes(line, 'silent');
    answer = usual;
    await pass(backOff(1, 1));
    (await stream(1)).say(BEAT);
    await becomes(line, 'works');
  });

  it('goes with whoever signs out, and comes for whoever signs in', async () => {
    const line = aLine();
    await line.keep();
    const server = await stream(1);
    signedIn = null;
    await line.keep();
    expect(line.state().is).toBe('closed');
    await eventually(() => expect(server.request.signal.aborted).toBe(true));
    signedIn = { backend: 'https://b.example', token: 'robin' };
    await line.keep();
    expect((await stream(2)).request.url).toBe('https://b.example/live');
  });
});

it('waits between half and all of its time, by chance', () => {
  expect([backOff(1, 0), backOff(1, 1), backOff(99, 0), backOff(99, 1)]).toEqual([
    500, 1_000, 10_000, 20_000,
  ]);
});
