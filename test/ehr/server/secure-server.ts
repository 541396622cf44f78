import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { certificate } from './certificate.ts';

/** One request as the stand-ins read it. */
export type PageRequest = {
  readonly method: string;
  /** Host name without the port, so that one server can be several hosts. */
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The body as text; empty when there is none. */
  readonly body: string;
};

/** What a stand-in answers. */
export type PageReply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** A running server. */
export type SecureServer = {
  /** The free port of 127.0.0.1 that it listens on. */
  readonly port: number;
  /** Ends open connections and stops listening. */
  close(): Promise<void>;
};

/** The same answers, in a form that browsers may keep to go back to. */
export function restorable(
  answer: (request: PageRequest) => Promise<PageReply>,
): (request: PageRequest) => Promise<PageReply> {
  return async (request) => {
    const reply = await answer(request);
    return { ...reply, headers: { 'cache-control': 'no-cache', ...reply.headers } };
  };
}

/** Serves HTTPS on a free loopback port. A bug in `answer` becomes a 500 with its stack. */
export async function startSecureServer(
  answer: (request: PageRequest) => Promise<PageReply>,
  port = 0,
): Promise<SecureServer> {
  const server = createServer(await certificate(), (incoming, outgoing) => {
    void respond(incoming, outgoing, answer);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    port: address.port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: PageRequest) => Promise<PageReply>,
): Promise<void> {
  let reply: PageReply;
  try {
    reply = await answer(await read(incoming));
  } catch (bug) {
    reply = { status: 500, body: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) };
  }
  outgoing.writeHead(reply.status, { 'cache-control': 'no-store', ...reply.headers });
  outgoing.end(reply.body);
}

async function read(incoming: IncomingMessage): Promise<PageRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', 'https://stand-in.invalid');
  return {
    method: incoming.method ?? 'GET',
    host: (incoming.headers.host ?? '').replace(/:\d+$/, ''),
    path: url.pathname,
    query: url.searchParams,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
