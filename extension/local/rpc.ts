import { createTRPCUntypedClient, httpLink, isTRPCClientError } from '@trpc/client';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { type Failure, failure, failureOf } from './failure.ts';
import {
  PROCEDURES,
  type Procedure,
  type ProcedureInput,
  type ProcedureName,
  type ProcedureOutput,
} from './procedures.ts';

/** What a call to the backend needs. */
export interface RpcDependencies {
  /** Origin of the backend, or why there is none to ask. */
  readonly backend: () => Promise<Result<string, Failure>>;
  /** The bearer token for an origin; null when nobody is signed in there. */
  readonly token: (backend: string) => Promise<string | null>;
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds after which an answer is given up as slow. */
  readonly timeoutMs: number;
  /** The server no longer knows this token. */
  readonly onSignedOut: (token: string) => Promise<void>;
}

/** Calls one procedure. Every outcome but a bug is a value. */
export type Rpc = <Name extends ProcedureName>(
  name: Name,
  input: ProcedureInput<Name>,
) => Promise<Result<ProcedureOutput<Name>, Failure>>;

/**
 * The client of the backend: one request a call (a batch would tie the reads of one client to
 * those of another), always POST (what a page says of a person never stands in an address), the
 * token in a header, no cookies, and nothing believed that the contract does not describe.
 */
export function createRpc(dependencies: RpcDependencies): Rpc {
  return async (name, input) => {
    const backend = await dependencies.backend();
    if (!backend.ok) return backend;
    const token = await dependencies.token(backend.value);
    if (token === null) return refuse(failure('signedOut'));
    const answer = await send(dependencies, { backend: backend.value, token, name, input });
    // What was asked in a session that is over is neither shown nor kept in the next one.
    if ((await dependencies.token(backend.value)) !== token) return refuse(failure('signedOut'));
    if (!answer.ok && answer.refusal.reason === 'signedOut') await dependencies.onSignedOut(token);
    return answer.ok ? vouchedFor(name, answer.value) : answer;
  };
}

interface Sending {
  readonly backend: string;
  readonly token: string;
  readonly name: ProcedureName;
  readonly input: unknown;
}

async function send(
  { fetch, timeoutMs }: RpcDependencies,
  { backend, token, name, input }: Sending,
): Promise<Result<unknown, Failure>> {
  const client = createTRPCUntypedClient({
    links: [
      httpLink({
        url: `${backend}/rpc`,
        methodOverride: 'POST',
        headers: { authorization: `Bearer ${token}` },
        fetch: (url, options) =>
          // Two declarations of the same structure: tRPC's narrowed request and the platform's.
          fetch(url as string, {
            ...(options as RequestInit),
            credentials: 'omit',
            cache: 'no-store',
            // The token and what a page says of a person go to this server and to no other.
            redirect: 'error',
          }),
      }),
    ],
  });
  const { kind, patienceMs = timeoutMs }: Procedure<unknown> = PROCEDURES[name];
  const signal = AbortSignal.timeout(Math.min(patienceMs, timeoutMs));
  try {
    return ok(
      kind === 'query'
        ? await client.query(name, input, { signal })
        : await client.mutation(name, input, { signal }),
    );
  } catch (error) {
    if (!isTRPCClientError(error)) throw error;
    return refuse(signal.aborted ? failure('slow') : failureOfError(error.data));
  }
}

/** `data` of a tRPC error is whatever the server sent; absent when there was no such answer. */
function failureOfError(data: unknown): Failure {
  if (typeof data !== 'object' || data === null) return failure('unreachable');
  const status =
    'httpStatus' in data && typeof data.httpStatus === 'number' ? data.httpStatus : null;
  return failureOf(status, 'refusal' in data ? data.refusal : null);
}

function vouchedFor<Name extends ProcedureName>(
  name: Name,
  answer: unknown,
): Result<ProcedureOutput<Name>, Failure> {
  const parsed = PROCEDURES[name].output.safeParse(answer);
  // Parsed by this very procedure's schema; a union indexed by a generic can't say so.
  return parsed.success ? ok(parsed.data as ProcedureOutput<Name>) : refuse(failure('refused'));
}
