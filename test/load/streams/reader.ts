import { type IncomingMessage, request } from 'node:http';
import { EXTENSION } from '#test/support/backend.ts';

/** Streams that are opened at once. */
const OPENED_AT_ONCE = 40;

/** A reader of one stream. */
export interface Reader {
  /** Clients of the alerts that came, oldest first. */
  readonly told: readonly string[];
  /** `performance.now()` when the newest of them came; null before the first. */
  readonly toldAt: () => number | null;
  /** `performance.now()` when the server ended it; null while it is open. */
  readonly endedAt: () => number | null;
  readonly leave: () => void;
}

/** Opens a stream for each token. Throws when one is refused. */
export async function openReaders(
  url: string,
  tokens: readonly string[],
): Promise<readonly Reader[]> {
  const readers: Reader[] = [];
  const waiting = tokens.entries();
  const opening = Array.from({ length: OPENED_AT_ONCE }, async () => {
    for (const [place, token] of waiting) readers[place] = await openReader(url, token);
  });
  await Promise.all(opening);
  return readers;
}

async function openReader(url: string, token: string): Promise<Reader> {
  const reply = await ask(`${url}/live`, token);
  if (reply.statusCode !== 200) throw new Error(`a stream was refused: ${reply.statusCode}`);
  const told: string[] = [];
  const at = { told: new Array<number>(), ended: new Array<number>() };
  reply.setEncoding('utf8');
  reply.on('data', (chunk: string) => {
    const now = performance.now();
    for (const [, clientId] of chunk.matchAll(/"is":"alert","clientId":"([0-9a-f-]+)"/g)) {
      told.push(clientId ?? '');
      at.told.push(now);
    }
  });
  reply.on('close', () => at.ended.push(performance.now()));
  // A stream that is cut is an ending as any other.
  reply.on('error', () => undefined);
  return {
    told,
    toldAt: () => at.told.at(-1) ?? null,
    endedAt: () => at.ended[0] ?? null,
    leave: () => reply.destroy(),
  };
}

function ask(url: string, token: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method: 'POST',
      agent: false,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        origin: EXTENSION,
      },
    });
    asked.on('response', resolve);
    asked.on('error', reject);
    asked.end('{}');
  });
}
