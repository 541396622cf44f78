import { setTimeout as pause } from 'node:timers/promises';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { asResult } from './api-refusal.ts';
import type { Asker } from './asker.ts';
import type { IdentityParts } from './parts.ts';
import { recordRefusedSignIn } from './refused-sign-in.ts';
import type { Session } from './sessions.ts';
import { createSignInTries } from './sign-in-tries.ts';

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
  readonly session: Session;
}

/** Why somebody is not signed in. */
export type SignInRefusal =
  /** Wrong address, wrong password or switched-off account: nobody is told which. */
  | { readonly reason: 'wrongCredentials' }
  /** Not even looked at; in so many seconds it will be. */
  | { readonly reason: 'tooMany'; readonly seconds: number };

/** Signing in at the console's pages. */
export interface SignIn {
  /** Signs in. The value is the cookies to set. */
  readonly signIn: (
    credentials: Credentials,
    asker: Asker,
  ) => Promise<Result<readonly string[], SignInRefusal>>;
  /** Who the console's cookie belongs to; null when nobody is signed in. */
  readonly visitorOf: (cookie: string | undefined) => Promise<Visitor | null>;
}

/**
 * No refusal comes earlier than this, in milliseconds. What is written down about an account that
 * exists takes a moment longer, and the time of a reply must not tell which addresses do.
 */
const REFUSED_AFTER = 400;

/** Builds signing in. */
export function createSignIn(parts: IdentityParts): SignIn {
  const { accounts, sessions } = parts;
  const attempt = createAttempt(parts);
  return {
    async signIn(credentials, asker) {
      const earliest = pause(REFUSED_AFTER, undefined, { ref: false });
      const signedIn = await attempt(credentials, asker);
      if (!signedIn.ok) await earliest;
      return signedIn;
    },

    async visitorOf(cookie) {
      if (cookie === undefined) return null;
      const found = await accounts.api.getSession({ headers: new Headers({ cookie }) });
      if (found === null) return null;
      const { token } = found.session;
      const session = await sessions.of(token);
      if (session === null) return null;
      const { name: displayName, email } = found.user;
      return { displayName, email, token, session };
    },
  };
}

/** One try, from counting it to writing its outcome down. */
function createAttempt(parts: IdentityParts): SignIn['signIn'] {
  const { accounts, sessions } = parts;
  const countSignIn = createSignInTries(parts);
  const recordRefused = recordRefusedSignIn(parts);
  return async (credentials, { requestId, source }) => {
    const email = credentials.email.trim().toLowerCase();
    const allowed = await countSignIn(email, source);
    if (!allowed.ok) {
      const { begins, seconds } = allowed.refusal;
      if (begins) await recordRefused(email, requestId, 'tooManyTries');
      return refuse({ reason: 'tooMany', seconds });
    }
    const body = { email, password: credentials.password };
    const signedIn = await asResult(accounts.api.signInEmail({ body, returnHeaders: true }));
    if (!signedIn.ok) {
      await recordRefused(email, requestId, 'wrongPassword');
      return refuse({ reason: 'wrongCredentials' });
    }
    const { headers, response } = signedIn.value;
    const session = await sessions.of(response.token);
    if (session === null) {
      await parts.end(response.token);
      await recordRefused(email, requestId, 'notActive');
      return refuse({ reason: 'wrongCredentials' });
    }
    const { record } = parts;
    await record(session, requestId, { action: 'session.started', clientId: null, subject: {} });
    await allowed.value.succeeded();
    return ok(headers.getSetCookie());
  };
}
