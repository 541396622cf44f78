import { ok, type Result } from '#shared/contracts/result.ts';
import type { PairingState } from '../../messages/worker.ts';
import type { Failure } from '../failure.ts';
import type { BearerToken } from '../session.ts';
import { type DeviceEndpoints, requestToken, type TokenReply } from './device-authorization.ts';
import type { Pending, PendingPairing } from './pending.ts';

/** Added to the interval when the server says `slow_down` (RFC 8628, 3.5). */
const SLOW_DOWN_SECONDS = 5;

/** What asking for the approval needs. */
export interface PollDependencies extends DeviceEndpoints {
  readonly pending: Pending;
  readonly now: () => Date;
  /** The clinician approved: from here on this browser acts for them. */
  readonly onApproved: (token: BearerToken) => Promise<void>;
}

/**
 * Asks the server when it is time to; before that it says `pending` by itself. A code is good for
 * one token: who asks while it is being asked gets the same answer.
 */
export function createPoll(
  dependencies: PollDependencies,
): () => Promise<Result<PairingState, Failure>> {
  const { pending, now } = dependencies;
  let polling: Promise<Result<PairingState, Failure>> | null = null;

  async function poll(): Promise<Result<PairingState, Failure>> {
    const request = await pending.read();
    if (request === null) return ok('none');
    if (pending.isOver(request)) return end('expired');
    if (now().getTime() < Date.parse(request.nextPollAt)) return ok('pending');
    const reply = await requestToken(dependencies, request.backend, request.deviceCode);
    if (!reply.ok) return reply;
    // Called off, or begun anew, while the server answered: nobody waits for this any more.
    if ((await pending.read())?.deviceCode !== request.deviceCode) return ok('none');
    return settle(request, reply.value);
  }

  async function settle(request: PendingPairing, reply: TokenReply) {
    if ('error' in reply) return retryOrEnd(request, reply.error);
    const approved = await end('approved');
    await dependencies.onApproved({
      token: reply.access_token,
      backend: request.backend,
      expiresAt: pending.inSeconds(reply.expires_in),
    });
    return approved;
  }

  async function retryOrEnd(request: PendingPairing, error: string) {
    if (error === 'access_denied') return end('denied');
    if (error !== 'authorization_pending' && error !== 'slow_down') return end('expired');
    const slower = error === 'slow_down' ? SLOW_DOWN_SECONDS : 0;
    const intervalSeconds = request.intervalSeconds + slower;
    const nextPollAt = pending.inSeconds(intervalSeconds);
    await pending.write({ ...request, intervalSeconds, nextPollAt });
    return ok<PairingState>('pending');
  }

  async function end(state: PairingState) {
    await pending.clear();
    return ok(state);
  }

  return () => {
    polling ??= poll().finally(() => {
      polling = null;
    });
    return polling;
  };
}
