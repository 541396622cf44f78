import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { addressKey } from './address-key.ts';
import { asResult } from './api-refusal.ts';
import type { IdentityParts } from './parts.ts';

/** What is typed into the sign-in page. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Somebody who is signed in at the console's pages. */
export interface Visitor {
  readonly displayName: string;
  readonly email: string;
  readonly token: string;
}

/** Signing in at the console's pages. */
export interface SignIn {
  /**
   * Signs in. The value is the cookies to set. Wrong address, wrong password and switched-off
   * account are one refusal.
   */
  readonly signIn: (
    credentials: Credentials,
    requestId: string,
  ) => Promise<Result<readonly string[], 'wrongCredentials' | 'tooMany'>>;
  /** Who the console's cookie belongs to; null when nobody is signed in. */
  readonly visitorOf: (cookie: string | undefined) => Promise<Visitor | null>;
}

/** Builds signing in. */
export function createSignIn(parts: IdentityParts): SignIn {
  const { accounts, limits, sessions } = parts;
  return {
    async signIn({ email, password }, requestId) {
      const allowed = await limits.signIn(addressKey(email));
      if (!allowed) return refuse('tooMany');
      const signedIn = await asResult(
        accounts.api.signInEmail({ body: { email, password }, returnHeaders: true }),
      );
      if (!signedIn.ok) return refuse('wrongCredentials');
      const { headers, response } = signedIn.value;
      const session = await sessions.of(response.token);
      if (session === null) {
        await parts.end(response.token);
        return refuse('wrongCredentials');
      }
      await parts.record(session, requestId, {
        action: 'session.started',
        clientId: null,
        subject: {},
      });
      return ok(headers.getSetCookie());
    },

    async visitorOf(cookie) {
      if (cookie === undefined) return null;
      const found = await accounts.api.getSession({ headers: new Headers({ cookie }) });
      if (found === null || (await sessions.of(found.session.token)) === null) return null;
      const { name: displayName, email } = found.user;
      return { displayName, email, token: found.session.token };
    },
  };
}
