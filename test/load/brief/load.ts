import autocannon from 'autocannon';
import { quantile } from '../statistics.ts';
import type { Target } from './target.ts';

/** Connections that are kept busy, each with one request at a time. */
export const CONNECTIONS = 20;

/** What one round of load showed. */
export interface Round {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds from request to the last byte of the reply. */
  readonly p50: number;
  readonly p99: number;
}

/** The beginning of a reply that holds a brief. */
const CERTAIN = '{"result":{"data":{"verdict":"certain"';

/**
 * Sends that many requests over the connections, about every client in turn, each connection
 * beginning with another one. Throws when any of them is not answered with a brief.
 */
export async function load(target: Target, amount: number): Promise<Round> {
  const took: number[] = [];
  let clients = 0;
  const startedAt = performance.now();
  let endedAt = startedAt;
  const { promise, resolve } = Promise.withResolvers<autocannon.Result>();
  const running = autocannon(
    {
      url: target.url,
      method: 'POST',
      headers: { ...target.headers },
      body: target.bodies[0] ?? '',
      connections: CONNECTIONS,
      amount,
      verifyBody: (body) => String(body).startsWith(CERTAIN),
      setupClient(client) {
        client.setRequests(requestsFrom(target, clients));
        clients += 1;
      },
    },
    // Failures of single requests are counted in the result.
    (_error, result: autocannon.Result) => resolve(result),
  );
  running.on('response', (_client, _status, _bytes, milliseconds) => {
    took.push(milliseconds);
    endedAt = performance.now();
  });
  const { errors, timeouts, non2xx, mismatches } = await promise;
  const wrong = errors + timeouts + non2xx + mismatches;
  if (wrong > 0 || took.length !== amount) {
    throw new Error(`${target.name}: ${wrong} of ${amount} requests were not answered`);
  }
  return {
    requests: amount,
    perSecond: amount / ((endedAt - startedAt) / 1000),
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
  };
}

function requestsFrom({ url, headers, bodies }: Target, client: number): autocannon.Request[] {
  const first = Math.floor((client * bodies.length) / CONNECTIONS);
  const path = new URL(url).pathname;
  return [...bodies.slice(first), ...bodies.slice(0, first)].map((body) => ({
    method: 'POST',
    path,
    headers: { ...headers },
    body,
  }));
}
