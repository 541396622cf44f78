import type { Store } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { FindSession } from './sessions.ts';

/** What better-auth's session tokens look like; anything else is not asked for. */
const TOKEN_FORM = /^[A-Za-z0-9_-]{16,128}$/;

/** What finding a session needs. */
export interface FindSessionDeps {
  readonly store: Store;
  readonly fingerprint: Fingerprint;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/**
 * Finds the session behind a token. It counts while it has not expired and its owner is an active
 * member of staff; whether they are is read each time, so switching somebody off ends it.
 */
export function findSession({ store, fingerprint, now, newId }: FindSessionDeps): FindSession {
  return async (token) => {
    if (!TOKEN_FORM.test(token)) return null;
    const owner = await store.directory.session(fingerprint('session.token', token));
    const at = now();
    if (owner === null || owner.expiresAt.getTime() <= Date.parse(at)) return null;
    const { practiceId, staffId, expiresAt } = owner;
    const member = await store.inPractice(
      { practiceId, actor: { kind: 'system', name: 'identity' }, requestId: newId(), now: at },
      (care) => care.staff.find(staffId),
    );
    if (member === null || !member.active) return null;
    return { practiceId, staffId, role: member.role, expiresAt: expiresAt.getTime() };
  };
}
