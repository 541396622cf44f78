import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { addressKey } from './address-key.ts';
import { asResult } from './api-refusal.ts';
import type { IdentityParts } from './parts.ts';
import type { Visitor } from './sign-in.ts';

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

/** What a member of staff decides about a pairing. */
export interface PairingDecision {
  readonly userCode: string;
  readonly approve: boolean;
}

/** Pairing a browser extension with an account, by device authorization (RFC 8628). */
export interface Pairing {
  /** Begins. Refused with an OAuth error code. `source` is whom tries are counted for. */
  readonly startPairing: (clientId: string, source: string) => Promise<Result<DeviceCode, string>>;
  /** Asks for the token. Refused with an OAuth error code, such as `authorization_pending`. */
  readonly collectToken: (
    clientId: string,
    deviceCode: string,
    requestId: string,
  ) => Promise<Result<DeviceToken, string>>;
  /** Approves or denies. `notOpen`: no such code, expired, or decided before. */
  readonly decidePairing: (
    visitor: Visitor,
    cookie: string,
    decision: PairingDecision,
  ) => Promise<Result<null, 'notOpen' | 'tooMany'>>;
}

/** Builds pairing. */
export function createPairing(parts: IdentityParts): Pairing {
  const { accounts, limits, sessions } = parts;
  return {
    async startPairing(clientId, source) {
      if (!(await limits.startPairing(source))) return refuse('slow_down');
      return asResult(accounts.api.deviceCode({ body: { client_id: clientId } }));
    },

    async collectToken(clientId, deviceCode, requestId) {
      const collected = await asResult(
        accounts.api.deviceToken({
          body: { grant_type: GRANT_TYPE, device_code: deviceCode, client_id: clientId },
        }),
      );
      if (!collected.ok) return collected;
      const { access_token, expires_in } = collected.value;
      const session = await sessions.of(access_token);
      if (session === null) {
        await parts.end(access_token);
        return refuse('access_denied');
      }
      await parts.record(session, requestId, {
        action: 'extension.paired',
        clientId: null,
        subject: {},
      });
      return ok({ access_token, token_type: 'Bearer', expires_in });
    },

    async decidePairing({ email }, cookie, { userCode, approve }) {
      if (!(await limits.decidePairing(addressKey(email)))) return refuse('tooMany');
      const headers = new Headers({ cookie });
      // The first to look at a code becomes the only one who may decide on it.
      const claimed = await asResult(
        accounts.api.deviceVerify({ query: { user_code: userCode }, headers }),
      );
      if (!claimed.ok) return refuse('notOpen');
      const body = { userCode };
      const decided = await asResult(
        approve
          ? accounts.api.deviceApprove({ body, headers })
          : accounts.api.deviceDeny({ body, headers }),
      );
      return decided.ok ? ok(null) : refuse('notOpen');
    },
  };
}
