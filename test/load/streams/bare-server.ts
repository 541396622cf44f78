import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';

// Streams and nothing behind them, in a process of its own: POST /live is held open, POST /tell writes
// one event to each.

const open = new Set<ServerResponse>();

const server = createServer((request, reply) => {
  request.resume();
  if (request.url === '/tell') {
    const at = new Date().toISOString();
    const event = { is: 'alert', clientId: '0197a000-0000-7000-8000-000000000000', at };
    for (const stream of open) stream.write(`data: ${JSON.stringify(event)}\n\n`);
    reply.end();
    return;
  }
  reply.writeHead(200, { 'content-type': 'text/event-stream' });
  reply.flushHeaders();
  open.add(reply);
  reply.on('close', () => open.delete(reply));
});
server.listen(0, '127.0.0.1', () => {
  // A TCP server that listens always has an address of this form.
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`serving at http://127.0.0.1:${port}\n`);
});
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
