import type { SignInRefusedBecause } from '#backend/audit/events.ts';
import type { IdentityParts } from './parts.ts';

/**
 * Writes a refused sign-in down: in the audit log of the practice whose account was tried, or, of
 * an address that nobody has, as a mere count. Nobody has proven to be anybody, so the actor is
 * the system. Neither the address nor the password is kept.
 */
export function recordRefusedSignIn({ store, now, strangers }: IdentityParts) {
  return async (
    address: string,
    requestId: string,
    because: SignInRefusedBecause,
  ): Promise<void> => {
    const member = await store.directory.memberAt(address);
    if (member === null) {
      strangers.count();
      return;
    }
    const { practiceId, staffId } = member;
    const actor = { kind: 'system', name: 'identity' } as const;
    await store.inPractice({ practiceId, actor, requestId, now: now() }, (care) =>
      care.audit.append({
        action: 'session.refused',
        clientId: null,
        subject: { staffId, because },
      }),
    );
  };
}
