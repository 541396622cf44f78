import * as z from 'zod/mini';
import { Instant, instantOf } from '#shared/contracts/calendar.ts';
import { ok, type Result } from '#shared/contracts/result.ts';
import type { Pairing, PairingState } from '../messages/worker.ts';
import {
  type DeviceEndpoints,
  requestCode,
  requestToken,
  type TokenReply,
} from './device-authorization.ts';
import type { Failure } from './failure.ts';
import type { Session } from './session.ts';
import { createSlot, type StorageArea } from './slot.ts';

/** Added to the interval when the server says `slow_down` (RFC 8628, 3.5). */
const SLOW_DOWN_SECONDS = 5;

/** A request under way; outlives the worker, not the browser. */
const PendingPairing = z.object({
  backend: z.string(),
  deviceCode: z.string(),
  expiresAt: Instant,
  intervalSeconds: z.number(),
  /** Not asked again before this. */
  nextPollAt: Instant,
});
type PendingPairing = z.infer<typeof PendingPairing>;

/** What the device authorization needs. */
export interface PairingDependencies extends DeviceEndpoints {
  /** `storage.session`. */
  readonly area: StorageArea;
  readonly session: Session;
  readonly backend: () => Promise<Result<string, Failure>>;
  readonly now: () => Date;
  /** Opens the backend's own page, where the clinician signs in and approves. */
  readonly openTab: (url: string) => Promise<unknown>;
}

/** Device authorization (RFC 8628): the password is typed into the backend's page only. */
export interface PairingFlow {
  readonly start: () => Promise<Result<Pairing, Failure>>;
  /** Asks the server when it is time to; before that says `pending` by itself. */
  readonly poll: () => Promise<Result<PairingState, Failure>>;
  readonly cancel: () => Promise<void>;
}

/** The flow. The pages that show it ask {@link PairingFlow.poll} again: a worker keeps no timer. */
export function createPairingFlow(dependencies: PairingDependencies): PairingFlow {
  const { session, now } = dependencies;
  const pending = createSlot(dependencies.area, 'pairing', PendingPairing);
  const inSeconds = (seconds: number) => instantOf(new Date(now().getTime() + seconds * 1000));

  async function start(): Promise<Result<Pairing, Failure>> {
    const backend = await dependencies.backend();
    if (!backend.ok) return backend;
    const code = await requestCode(dependencies, backend.value);
    if (!code.ok) return code;
    const expiresAt = inSeconds(code.value.expires_in);
    await pending.write({
      backend: backend.value,
      deviceCode: code.value.device_code,
      expiresAt,
      intervalSeconds: code.value.interval,
      nextPollAt: inSeconds(code.value.interval),
    });
    const verificationUrl = code.value.verification_uri_complete;
    await dependencies.openTab(verificationUrl);
    return ok({ userCode: code.value.user_code, verificationUrl, expiresAt });
  }

  async function poll(): Promise<Result<PairingState, Failure>> {
    const request = await pending.read();
    if (request === null) return ok('none');
    if (now().getTime() >= Date.parse(request.expiresAt)) return end('expired');
    if (now().getTime() < Date.parse(request.nextPollAt)) return ok('pending');
    const reply = await requestToken(dependencies, request.backend, request.deviceCode);
    return reply.ok ? settle(request, reply.value) : reply;
  }

  async function settle(request: PendingPairing, reply: TokenReply) {
    if ('error' in reply) return retryOrEnd(request, reply.error);
    await session.start({
      token: reply.access_token,
      backend: request.backend,
      expiresAt: inSeconds(reply.expires_in),
    });
    return end('approved');
  }

  async function retryOrEnd(request: PendingPairing, error: string) {
    if (error === 'access_denied') return end('denied');
    if (error !== 'authorization_pending' && error !== 'slow_down') return end('expired');
    const slower = error === 'slow_down' ? SLOW_DOWN_SECONDS : 0;
    const intervalSeconds = request.intervalSeconds + slower;
    await pending.write({ ...request, intervalSeconds, nextPollAt: inSeconds(intervalSeconds) });
    return ok<PairingState>('pending');
  }

  async function end(state: PairingState) {
    await pending.clear();
    return ok(state);
  }

  return { start, poll, cancel: pending.clear };
}
