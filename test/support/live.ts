import { setTimeout as pause } from 'node:timers/promises';
import { LiveEvent } from '#shared/contracts/live.ts';
import { EXTENSION, PUBLIC_URL, type TestBackend } from './backend.ts';
import { until } from './until.ts';

const LOOK_AGAIN_MS = 20;

/** An open stream as its browser sees it. */
export interface Listener {
  readonly status: number;
  /** What was told but beats, oldest first. */
  readonly news: readonly LiveEvent[];
  /** The path of each beat, oldest first. */
  readonly beats: readonly string[];
  /** Whether the server ended it. */
  readonly isOver: () => boolean;
  readonly leave: () => Promise<void>;
}

/** Sends what the extension sends to open a stream. */
export async function askForStream(
  backend: Pick<TestBackend, 'app'>,
  token: string | null,
  over: { readonly path?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  return backend.app.request(new URL(over.path ?? '/live', PUBLIC_URL), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: EXTENSION,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...over.headers,
    },
    body: '{}',
  });
}

/** Opens a stream and reads along. */
export async function listenAs(
  backend: Pick<TestBackend, 'app'>,
  token: string,
): Promise<Listener> {
  return readAlong(await askForStream(backend, token));
}

/** Reads a stream's reply as it comes. */
export function readAlong(reply: Response): Listener {
  const news: LiveEvent[] = [];
  const beats: string[] = [];
  let over = reply.body === null;
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  const read = async () => {
    let text = '';
    for (;;) {
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) break;
      const frames = (text + chunk.value).split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) {
        const event = LiveEvent.parse(JSON.parse(frame.slice('data: '.length)));
        if (event.is === 'beat') beats.push(event.path);
        else news.push(event);
      }
    }
    over = true;
  };
  void read().catch(() => {
    over = true;
  });
  return {
    status: reply.status,
    news,
    beats,
    isOver: () => over,
    leave: async () => reader?.cancel(),
  };
}

/** Lets a backend tell its streams until the returned function is called, and waits until it hears. */
export async function keepTelling(backend: TestBackend): Promise<() => Promise<void>> {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  const telling = backend.keepTelling(signal, async () => {
    await pause(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
  });
  await until('the backend listens', async () => {
    const listening = await backend.database.asSuperuser(
      `select 1 from pg_stat_activity where query = 'listen throughline_live'`,
    );
    return listening.length > 0;
  });
  return async () => {
    lifetime.abort();
    await telling;
  };
}
