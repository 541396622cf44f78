import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';

/** How long requests under way may take to finish when the backend stops, in milliseconds. */
const FINISH_WITHIN = 5_000;

/** A socket that listens. */
export interface Listening {
  readonly server: Server;
  readonly address: URL;
  /** Takes no new requests, lets those under way finish, then closes. */
  readonly close: () => Promise<void>;
}

/** Why nothing can be listened on: the port is somebody else's, or this machine says no. */
export type ListenRefusal =
  | { readonly reason: 'portTaken'; readonly port: number }
  | {
      readonly reason: 'cannotListen';
      readonly host: string;
      readonly port: number;
      /** What the system calls it: `EADDRNOTAVAIL`, `EACCES`, `ENOTFOUND`. */
      readonly code: string;
    };

/** Listens on an address. Requests wait until the server has a handler. */
export async function listen(
  host: string,
  port: number,
): Promise<Result<Listening, ListenRefusal>> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EADDRINUSE') return refuse({ reason: 'portTaken', port });
    return refuse({ reason: 'cannotListen', host, port, code: String(error.code) });
  }
  return ok({ server, address: addressOf(server, host), close: () => close(server) });
}

function addressOf(server: Server, host: string): URL {
  // A TCP server that listens always has an address of this form.
  const { port } = server.address() as AddressInfo;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`);
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN);
  await closed;
  clearTimeout(impatience);
}
