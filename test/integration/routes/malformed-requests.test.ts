import { assert, asyncProperty, constantFrom, oneof, string, uint8Array } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERRORS } from '#shared/contracts/errors.ts';
import { PUBLIC_URL, startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aScene } from '#test/support/scene.ts';
import { type GoodRequest, goodRequests } from './good-requests.ts';

const NUL = '\u0000';
/** Half of a surrogate pair in UTF-8, which UTF-8 does not allow. */
const LONE_SURROGATE = [0xed, 0xa0, 0x80];
const DEEP = 20_000;
const HUGE = 2 * 1024 * 1024;

/** Bodies that have broken other people's servers. */
const BODIES: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  nothing: '',
  'a NUL': NUL,
  'no UTF-8': Uint8Array.of(0xff, 0xfe, 0xfd),
  'half a surrogate pair': Uint8Array.from(LONE_SURROGATE),
  'JSON with an escaped NUL': JSON.stringify({ clientId: NUL, answer: NUL, email: NUL }),
  'JSON with half a surrogate pair': '{"clientId":"\\ud800","client_id":"\\udfff"}',
  'lists nested beyond reason': `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
  'objects nested beyond reason': `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
  'a body that is too long': 'x'.repeat(HUGE),
  'a form that is too long': `answer=${'1'.repeat(HUGE)}`,
  'a form with a NUL': 'answer=%00&email=%00&password=%00&user_code=%00',
  'a form with half a surrogate pair': 'answer=%ED%A0%80&email=%ED%A0%80&password=%ED%A0%80',
  'a form with a broken escape': 'answer=%&email=%E0%A4%A&password=%zz',
  'a form with a field twice': 'answer=1&answer=2&decision=deny&decision=approve',
  'a form with names that every object has': '__proto__=1&constructor=2&toString=3',
  'JSON with names that every object has': '{"__proto__":{"role":"admin"},"constructor":1}',
  'a number for everything': '1e999',
};

const TYPES = [
  '',
  ';',
  'text/plain',
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-7',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'x'.repeat(4_000),
];

/** What may stand in an address in place of a secret, an item, or a name. */
const SEGMENTS = [
  '%00',
  '%ED%A0%80',
  '%FF',
  '%',
  '%E0%A4%A',
  '%2e%2e%2f',
  "'%20or%201=1--",
  '__proto__',
  '-1',
  '1e3',
  '99999999999999999999',
  'x'.repeat(8_000),
  encodeURIComponent('﷽'.repeat(300)),
];

const CREDENTIALS = ['', 'Bearer', 'Bearer ', 'Bearer \u0001', 'Basic eDp5', 'x'.repeat(9_000)];

/** A reply that says where in the code, or how in the database, something went wrong. */
const TELLS = /\bat .*\.ts:\d+|node_modules|\bselect .* from\b|\binsert into\b|SQLSTATE/i;

let backend: TestBackend;
let requests: ReadonlyMap<string, GoodRequest>;

beforeAll(async () => {
  backend = await startTestBackend();
  requests = await goodRequests(backend, await aScene(backend));
});
afterAll(() => backend.close());

interface Over {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** Sends a good request with something else in it, and expects a reply that fits, or a refusal. */
async function expectTyped({ method, path, headers, body }: GoodRequest, over: Over) {
  const reply = await backend.app.request(new URL(over.path ?? path, PUBLIC_URL), {
    method,
    headers: { ...headers, ...over.headers },
    body: method === 'GET' ? null : (over.body ?? body),
  });
  const text = await textOf(reply);
  const asked = `${method} ${path} with ${JSON.stringify(over).slice(0, 200)}`;
  expect(reply.status, asked).toBeLessThan(500);
  expect(text, asked).not.toMatch(TELLS);
  if (reply.status < 400) return;
  const isPage = reply.headers.get('content-type')?.startsWith('text/html') === true;
  if (isPage) expect(text).toMatch(/<title>[^<]+<\/title>/);
  else expect(refusalIn(text)).toMatch(KNOWN_REFUSAL);
}

/** Of a stream that was opened after all, nothing: it goes on. */
async function textOf(reply: Response): Promise<string> {
  if (reply.headers.get('content-type') !== 'text/event-stream') return reply.text();
  await reply.body?.cancel();
  return '';
}

/** A code of our own table, or one of OAuth's (RFC 6749 section 5.2, RFC 8628 section 3.5). */
const KNOWN_REFUSAL = new RegExp(
  `^(${Object.keys(ERRORS).join('|')}|invalid_[a-z]+|slow_down|authorization_pending|access_denied|expired_token)$`,
);

function refusalIn(text: string): string {
  const { error } = JSON.parse(text) as { error: string | { data: { refusal: string } } };
  return typeof error === 'string' ? error : error.data.refusal;
}

/** Every route with what a story does to it. */
async function eachRoute(story: (request: GoodRequest, route: string) => Promise<void>) {
  expect(requests.size).toBeGreaterThan(25);
  for (const [route, request] of requests) await story(request, route);
}

describe('no route answers with a failure of its own', () => {
  it.each(Object.keys(BODIES))('when the body is %s', async (name) => {
    const body = BODIES[name] ?? '';
    await eachRoute(async (request) => expectTyped(request, { body }));
  });

  it('whatever the body is said to be', async () => {
    await eachRoute(async (request) => {
      for (const type of TYPES) await expectTyped(request, { headers: { 'content-type': type } });
    });
  });

  it('whatever stands in the address', async () => {
    await eachRoute(async (request, route) => {
      for (const segment of SEGMENTS) {
        for (const path of addressesWith(segment, route, request.path)) {
          await expectTyped(request, { path });
        }
      }
    });
  });

  it('whatever the credentials are', async () => {
    await eachRoute(async (request) => {
      for (const credentials of CREDENTIALS) {
        await expectTyped(request, {
          headers: { authorization: credentials, cookie: credentials },
        });
      }
    });
  });

  it('whatever the bytes are, and whatever they are said to be', async () => {
    const bytes = oneof(
      uint8Array({ maxLength: 200 }),
      string({ unit: 'binary', maxLength: 100 }).map((text) => new TextEncoder().encode(text)),
    );
    await eachRoute(async (request) => {
      if (request.method === 'GET') return;
      await assert(
        asyncProperty(bytes, constantFrom(...TYPES), async (body, type) => {
          const own = request.headers['content-type'] ?? type;
          await expectTyped(request, { body: Uint8Array.from(body) });
          await expectTyped(request, {
            body: Uint8Array.from(body),
            headers: { 'content-type': type === '' ? own : type },
          });
        }),
        { numRuns: 10 },
      );
    });
  });

  it('and nothing that was unexpected is in the log', () => {
    expect(backend.logged()).toContain('"failure":"malformedInput"');
    expect(backend.logged()).not.toContain('"unexpected"');
  });
});

/** The address with each of the route's changing parts replaced, and with a query behind it. */
function addressesWith(segment: string, route: string, path: string): readonly string[] {
  const [, pattern = ''] = route.split(' ');
  const parts = path.split('?')[0]?.split('/') ?? [];
  const places = pattern.split('/').flatMap((part, place) => (part.startsWith(':') ? [place] : []));
  const replaced = places.map((place) => parts.with(place, segment).join('/'));
  return [...replaced, `${path}?user_code=${segment}&from=${segment}`];
}
