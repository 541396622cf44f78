import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localNetworkAddress, openPhoneDoor, type PhoneDoor } from '#test/demo/phone-door.ts';

let server: ReturnType<typeof serve>;
let backend: URL;
let door: PhoneDoor;

/** Tells what reached it. */
const app = new Hono();
app.all('*', (c) =>
  c.req.path === '/m/moved'
    ? c.redirect('/m/there')
    : c.json({ path: c.req.path, origin: c.req.header('origin') ?? null }),
);

beforeAll(async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port));
  backend = new URL(`http://127.0.0.1:${await promise}`);
  door = await openPhoneDoor(backend, '127.0.0.1');
});
afterAll(async () => {
  await door.close();
  server.close();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, door.url), { redirect: 'manual', ...init });

it('leads to the client’s page, whose forms count as its own', async () => {
  const own = await ask('/m/secret/q/1', {
    method: 'POST',
    headers: { origin: door.url.origin },
    body: 'answer=1',
  });
  expect(await own.json()).toEqual({ path: '/m/secret/q/1', origin: backend.origin });
  const foreign = await ask('/m/secret', {
    method: 'POST',
    headers: { origin: 'http://elsewhere.example' },
    body: 'answer=1',
  });
  expect(await foreign.json()).toEqual({ path: '/m/secret', origin: 'http://elsewhere.example' });
});

it('keeps a redirection for the phone to follow', async () => {
  const moved = await ask('/m/moved');
  expect([moved.status, moved.headers.get('location')]).toEqual([302, '/m/there']);
});

it.each(['/', '/sign-in', '/rpc/brief.ofRecord', '/caseload', '/m/../sign-in', '/health'])(
  'leads to nothing else: %s',
  async (path) => {
    expect((await ask(path)).status).toBe(404);
  },
);

it('finds the address in the local network, or says that there is none', () => {
  const address = { netmask: '', mac: '', cidr: null, family: 'IPv4' } as const;
  const loopback = { ...address, address: '127.0.0.1', internal: true };
  const network = { ...address, address: '192.168.1.20', internal: false };
  expect(localNetworkAddress({ lo: [loopback], wlan: [network] })).toBe('192.168.1.20');
  expect(localNetworkAddress({ lo: [loopback] })).toBeNull();
});
