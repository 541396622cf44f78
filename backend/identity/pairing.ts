import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { asResult } from './api-refusal.ts';
import type { Asker } from './asker.ts';
import { createPairingDecisions, type PairingDecisions } from './pairing-decisions.ts';
import type { IdentityParts } from './parts.ts';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';

/** A pairing that was begun, as RFC 8628 section 3.2 names its parts. */
export interface DeviceCode {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  /** Seconds. */
  readonly expires_in: number;
  /** Seconds between two questions. */
  readonly interval: number;
}

/** A token for the extension (RFC 6749 section 5.1). */
export interface DeviceToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
}

/** Pairing a browser extension with an account, by device authorization (RFC 8628). */
export interface Pairing extends PairingDecisions {
  /** Begins. Refused with an OAuth error code. */
  readonly startPairing: (clientId: string, asker: Asker) => Promise<Result<DeviceCode, string>>;
  /** Asks for the token. Refused with an OAuth error code, such as `authorization_pending`. */
  readonly collectToken: (
    clientId: string,
    deviceCode: string,
    requestId: string,
  ) => Promise<Result<DeviceToken, string>>;
}

/** Builds pairing. */
export function createPairing(parts: IdentityParts): Pairing {
  return {
    ...createPairingDecisions(parts),
    collectToken: tokenCollection(parts),
    async startPairing(clientId, { source }) {
      const { accounts, limits, fingerprint } = parts;
      const pause = await limits.startPairing.count(fingerprint('source', source ?? 'unknown'));
      if (pause !== null) return refuse('slow_down');
      return asResult(accounts.api.deviceCode({ body: { client_id: clientId } }));
    },
  };
}

/** Hands a token out, once, after writing down that it did. */
function tokenCollection(parts: IdentityParts): Pairing['collectToken'] {
  const { accounts, sessions, store, fingerprint, record } = parts;
  return async (clientId, deviceCode, requestId) => {
    const collected = await asResult(
      accounts.api.deviceToken({
        body: { grant_type: GRANT_TYPE, device_code: deviceCode, client_id: clientId },
      }),
    );
    if (!collected.ok) return collected;
    const { access_token, expires_in } = collected.value;
    const session = await sessions.of(access_token);
    if (session === null) {
      const owner = await store.directory.session(fingerprint('session.token', access_token));
      await parts.end(access_token);
      if (owner !== null) {
        const subject = { because: 'notActive' } as const;
        await record(owner, requestId, { action: 'extension.refused', clientId: null, subject });
      }
      return refuse('access_denied');
    }
    await record(session, requestId, { action: 'extension.paired', clientId: null, subject: {} });
    return ok({ access_token, token_type: 'Bearer', expires_in });
  };
}
