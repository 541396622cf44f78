import { anything, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PermissionName } from '#backend/access/catalogue.ts';
import { servedPaths } from '#backend/rpc/declared.ts';
import { router } from '#backend/rpc/router.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import {
  EXTENSION,
  PUBLIC_URL,
  startTestBackend,
  type TestBackend,
} from '#test/support/backend.ts';
import { wellFormedInput } from '#test/support/inputs.ts';
import { call } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

const PROCEDURES = [...servedPaths(router).keys()] as PermissionName[];

/** Values that have broken other people's servers, beside whatever fast-check thinks of. */
const AWKWARD = oneof(
  constantFrom<unknown>(
    null,
    '',
    '\u0000',
    '\ud800',
    "'; drop table care.client; --",
    '__proto__',
    { __proto__: { admin: true } },
    -1,
    1e308,
    9_007_199_254_740_991,
    [],
    {},
    'x'.repeat(70_000),
    '2026-02-30',
    '2026-11-20T18:58:00Z',
    '0000-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ),
  anything({ maxDepth: 2 }),
  string({ unit: 'binary', maxLength: 40 }),
);

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
  scene = await aScene(backend);
});
afterAll(() => backend.close());

/** A reply that a malformed request may get: 200 where it happened to be well-formed, or typed. */
async function expectTyped(reply: Response): Promise<void> {
  const text = await reply.text();
  expect(text).not.toMatch(/\bat .*\.ts:\d+|node_modules|stack|select |insert /i);
  if (reply.status === 200) return;
  expect(reply.status).toBeGreaterThanOrEqual(400);
  expect(reply.status).toBeLessThan(500);
  const body = JSON.parse(text) as {
    error: string | { data: { refusal: string } };
  };
  const code = typeof body.error === 'string' ? body.error : body.error.data.refusal;
  expect(Object.keys(ERRORS)).toContain(code);
}

describe.each(PROCEDURES)('%s answers malformed input with a typed refusal', (name) => {
  it('when the whole input is something else', async () => {
    await assert(
      asyncProperty(AWKWARD, async (input) => {
        await expectTyped(await call(backend, name, asJson(input), scene.clinician.token));
      }),
      { numRuns: 60 },
    );
  });

  it('when one part of a good input is something else', async () => {
    const good = wellFormedInput(name, scene);
    const paths = pathsIn(good);
    await assert(
      asyncProperty(constantFrom(...paths), AWKWARD, async (path, value) => {
        const input = withPart(good, path, asJson(value));
        await expectTyped(await call(backend, name, input, scene.clinician.token));
      }),
      { numRuns: paths.length === 1 ? 20 : 120 },
    );
  });

  it('when the body is no JSON, or nested beyond reason', async () => {
    const bodies = [
      '{',
      'null',
      '"',
      '\u0000',
      `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
      '{}}',
    ];
    for (const body of bodies) await expectTyped(await send(name, { body }));
  });
});

it.each(['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
  "a moment outside the product's years is malformed: %s",
  async (asOf) => {
    const { clientId, clinician } = scene;
    const look = { clientId, asOf, responseCounts: {} };
    const reply = await call(backend, 'look.mark', look, clinician.token);
    expect(reply.status).toBe(400);
    await expectTyped(reply);
  },
);

describe('requests that our client never makes', () => {
  it.each([
    ['a batch', '/rpc/session.whoAmI,caseload.list?batch=1', {}],
    ['a call by GET', '/rpc/session.whoAmI', { method: 'GET' }],
    ['input in the address', '/rpc/session.whoAmI?input=%7B%7D', {}],
    ['a stream', '/rpc/session.whoAmI', { headers: { 'trpc-accept': 'application/jsonl' } }],
    ['a form', '/rpc/caseload.list', { headers: { 'content-type': 'multipart/form-data' } }],
    ['bytes', '/rpc/caseload.list', { headers: { 'content-type': 'application/octet-stream' } }],
    ['no such procedure', '/rpc/notes.delete', {}],
    ["an object's own property", '/rpc/constructor', {}],
    ['a broken escape', '/rpc/%E0%A4%A', {}],
    ['another method', '/rpc/caseload.list', { method: 'DELETE' }],
  ])('are refused: %s', async (_, path, over) => {
    const reply = await send(path, over);
    expect(reply.status).not.toBe(200);
    await expectTyped(reply);
  });

  it('are refused when they are too long to be read', async () => {
    const body = JSON.stringify({ x: 'x'.repeat(1_400_000) });
    const reply = await send('insertions.record', { body });
    expect(reply.status).toBe(413);
    await expectTyped(reply);
  });
});

interface Over {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function send(pathOrName: string, over: Over): Promise<Response> {
  const path = pathOrName.startsWith('/') ? pathOrName : `/rpc/${pathOrName}`;
  const { method = 'POST', headers = {}, body = '{}' } = over;
  return backend.app.request(new URL(path, PUBLIC_URL), {
    method,
    headers: {
      'content-type': 'application/json',
      origin: EXTENSION,
      authorization: `Bearer ${scene.clinician.token}`,
      ...headers,
    },
    ...(method === 'GET' ? {} : { body }),
  });
}

/** What is left of a value after JSON, which is all that can arrive. */
function asJson(value: unknown): unknown {
  try {
    const text: unknown = JSON.stringify(value);
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** The path of every part of a value, the value itself included. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]));
  return [path, ...inner];
}

function withPart(whole: unknown, [key, ...rest]: readonly string[], part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(whole)) {
    return whole.map((one, index) => (String(index) === key ? withPart(one, rest, part) : one));
  }
  const fields = whole as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: withPart(fields[key], rest, part) };
}
