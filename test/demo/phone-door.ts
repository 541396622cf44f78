import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';

/** Lets phones of the local network reach the client's page of a backend that listens on this machine alone. */
export interface PhoneDoor {
  readonly url: URL;
  readonly close: () => Promise<void>;
}

/** What a client's page is made of; nothing else of the backend is behind the door. */
const OPEN = ['/m/*', '/assets/*'] as const;

/**
 * Opens the door on a free port of an address of this machine. It speaks plain http: for invented
 * people only.
 */
export async function openPhoneDoor(backend: URL, hostname: string): Promise<PhoneDoor> {
  const door = new Hono();
  for (const path of OPEN) {
    door.all(path, (c) => {
      const { pathname, search } = new URL(c.req.url);
      const origin = c.req.header('origin');
      return proxy(new URL(`${pathname}${search}`, backend), {
        raw: c.req.raw,
        redirect: 'manual',
        // The backend takes a form from its own pages only; for the phone this door is their address.
        headers: {
          ...c.req.header(),
          host: undefined,
          ...(origin === new URL(c.req.url).origin && { origin: backend.origin }),
        },
      });
    });
  }
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = serve({ fetch: door.fetch, port: 0, hostname }, ({ port }) => resolve(port));
  const url = new URL(`http://${hostname}:${await promise}`);
  const close = () => new Promise<void>((closed) => server.close(() => closed()));
  return { url, close };
}

/** This machine's address in the local network; null when it is in none. */
export function localNetworkAddress(
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): string | null {
  const found = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  return found?.address ?? null;
}
