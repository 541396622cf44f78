import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * How the way to a backend is. `open`: it leads there. `silent`: connections are taken and nothing
 * is ever answered. `deaf`: what is asked is done, and its answer is lost. `closed`: nobody listens.
 */
export type Way = 'open' | 'silent' | 'deaf' | 'closed';

/** Stands between a browser and a backend, so that a test can take the backend away. */
export interface Front {
  /** Where the browser reaches the backend. */
  readonly url: URL;
  /** Names the backend that an open way leads to. */
  leadTo(backend: URL): void;
  /** Changes the way, also for those who were under way. */
  become(way: Way): Promise<void>;
  close(): Promise<void>;
}

/** Opens a front on a free loopback port. */
export async function openFront(): Promise<Front> {
  const sockets = new Set<Socket>();
  let way: Way = 'open';
  let target: URL | null = null;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A connection that was cut is what this is for.
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((incoming) => {
    keep(incoming);
    const leads = way === 'open' || way === 'deaf';
    if (!leads || target === null) return;
    const outgoing = connect(Number(target.port), target.hostname);
    keep(outgoing);
    incoming.pipe(outgoing);
    if (way === 'deaf') outgoing.resume();
    else outgoing.pipe(incoming);
  });
  const port = await listen(server, 0);
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    leadTo(backend) {
      target = backend;
    },
    async become(next) {
      const before = way;
      way = next;
      if (next === 'closed' && before !== 'closed') await close(server, hangUp);
      if (next !== 'closed' && before === 'closed') await listen(server, port);
      hangUp();
    },
    async close() {
      if (way !== 'closed') await close(server, hangUp);
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // A TCP server that listens always has an address of this form.
  return (server.address() as AddressInfo).port;
}

async function close(server: Server, hangUp: () => void): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  hangUp();
  await closed;
}
