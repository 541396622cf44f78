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

/** Listens on an address; refused when it is taken. Requests wait until the server has a handler. */
export async function listen(host: string, port: number): Promise<Result<Listening, 'portTaken'>> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      return refuse('portTaken');
    }
    throw error;
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
