import type { Caller } from '#backend/access/caller.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import { findSession } from './find-session.ts';
import { createPairing, type Pairing } from './pairing.ts';
import type { IdentityDeps, IdentityParts } from './parts.ts';
import { createSessions } from './sessions.ts';
import { createSignIn, type SignIn } from './sign-in.ts';

/** Who is calling, and how somebody becomes known. */
export interface Identity extends SignIn, Pairing {
  /** Who a bearer token speaks for; null when it doesn't count. */
  readonly callerOf: (token: string, requestId: string) => Promise<Caller | null>;
  /** Which of these tokens' sessions are still there. Always asked of the database. */
  readonly openAmong: (tokens: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Ends the session of a token. Idempotent. */
  readonly signOut: (token: string, requestId: string) => Promise<void>;
  /** Forgets every session of somebody who was switched off. */
  readonly forgetStaff: (staffId: StaffId) => void;
}

/** Builds identity. */
export function createIdentity(deps: IdentityDeps): Identity {
  const sessions = createSessions(findSession(deps), () => Date.parse(deps.now()));
  const parts: IdentityParts = {
    ...deps,
    sessions,
    record: ({ practiceId, staffId }, requestId, event) =>
      deps.store.inPractice(
        { practiceId, actor: { kind: 'staff', staffId }, requestId, now: deps.now() },
        (care) => care.audit.append(event),
      ),
    async end(token) {
      const { internalAdapter } = await deps.accounts.$context;
      await internalAdapter.deleteSession(token);
      sessions.forget(token);
    },
  };
  return reachable(
    { ...createSignIn(parts), ...createPairing(parts), ...sessionCalls(parts) },
    deps,
  );
}

/** What a token can be asked for, and how it ends. */
function sessionCalls(
  parts: IdentityParts,
): Pick<Identity, 'callerOf' | 'openAmong' | 'signOut' | 'forgetStaff'> {
  const { sessions } = parts;
  return {
    async callerOf(token, requestId) {
      const session = await sessions.of(token);
      if (session === null) return null;
      const { practiceId, staffId, role } = session;
      return { practiceId, staffId, role, requestId };
    },
    async openAmong(tokens) {
      const fingerprinted = tokens.map(
        (token) => [token, parts.fingerprint('session.token', token)] as const,
      );
      const open = await parts.store.directory.openSessions(
        fingerprinted.map(([, fingerprint]) => fingerprint),
        parts.now(),
      );
      return new Set(fingerprinted.flatMap(([token, mark]) => (open.has(mark) ? [token] : [])));
    },
    async signOut(token, requestId) {
      const session = await sessions.of(token);
      if (session === null) return;
      await parts.end(token);
      await parts.record(session, requestId, {
        action: 'session.ended',
        clientId: null,
        subject: {},
      });
    },
    forgetStaff: sessions.forgetStaff,
  };
}

/** Identity behind the store's guard: better-auth and the counters know nothing of `busy`. */
function reachable(identity: Identity, { store: { reach } }: IdentityDeps): Identity {
  return {
    signIn: (...asked) => reach(() => identity.signIn(...asked)),
    visitorOf: (cookie) => reach(() => identity.visitorOf(cookie)),
    startPairing: (...asked) => reach(() => identity.startPairing(...asked)),
    collectToken: (...asked) => reach(() => identity.collectToken(...asked)),
    decidePairing: (...asked) => reach(() => identity.decidePairing(...asked)),
    callerOf: (...asked) => reach(() => identity.callerOf(...asked)),
    openAmong: (...asked) => reach(() => identity.openAmong(...asked)),
    signOut: (...asked) => reach(() => identity.signOut(...asked)),
    forgetStaff: identity.forgetStaff,
  };
}
