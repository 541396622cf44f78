import { ok, type Result } from '#shared/contracts/result.ts';
import type { Pairing, PairingState } from '../../messages/worker.ts';
import type { Failure } from '../failure.ts';
import type { StorageArea } from '../slot.ts';
import { requestCode } from './device-authorization.ts';
import { createPending } from './pending.ts';
import { createPoll, type PollDependencies } from './poll.ts';

/** What the device authorization needs. */
export interface PairingDependencies extends Omit<PollDependencies, 'pending'> {
  /** `storage.session`. */
  readonly area: StorageArea;
  readonly backend: () => Promise<Result<string, Failure>>;
  /** Opens the backend's own page, where the clinician signs in and approves. */
  readonly openTab: (url: string) => Promise<unknown>;
}

/** Device authorization (RFC 8628): the password is typed into the backend's page only. */
export interface PairingFlow {
  /** What waits for an approval; null when nothing does. */
  readonly underWay: () => Promise<Pairing | null>;
  /** Opens the page of what is under way, or of a new code when nothing is. */
  readonly start: () => Promise<Result<Pairing, Failure>>;
  /** Asks the server when it is time to; before that says `pending` by itself. */
  readonly poll: () => Promise<Result<PairingState, Failure>>;
  readonly cancel: () => Promise<void>;
}

/**
 * The flow. The pages that show it ask {@link PairingFlow.poll} again and again, and so does an
 * alarm, because they may be gone: a worker keeps no timer.
 */
export function createPairingFlow(dependencies: PairingDependencies): PairingFlow {
  const pending = createPending(dependencies.area, dependencies.now);

  async function underWay(): Promise<Pairing | null> {
    const backend = await dependencies.backend();
    return backend.ok ? pending.begunWith(backend.value) : null;
  }

  async function start(): Promise<Result<Pairing, Failure>> {
    const backend = await dependencies.backend();
    if (!backend.ok) return backend;
    const former = await pending.begunWith(backend.value);
    const shown = former === null ? await begin(backend.value) : ok(former);
    if (shown.ok) await dependencies.openTab(shown.value.verificationUrl);
    return shown;
  }

  async function begin(backend: string): Promise<Result<Pairing, Failure>> {
    const code = await requestCode(dependencies, backend);
    if (!code.ok) return code;
    const { device_code, user_code, verification_uri_complete, expires_in, interval } = code.value;
    const shown = {
      userCode: user_code,
      verificationUrl: verification_uri_complete,
      expiresAt: pending.inSeconds(expires_in),
    };
    await pending.write({
      backend,
      deviceCode: device_code,
      shown,
      intervalSeconds: interval,
      nextPollAt: pending.inSeconds(interval),
    });
    return ok(shown);
  }

  const poll = createPoll({ ...dependencies, pending });
  return { underWay, start, poll, cancel: pending.clear };
}
