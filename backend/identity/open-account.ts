import type { OpenAccount } from '#backend/care/practice-setup.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { type Accounts, MIN_PASSWORD_LENGTH } from './accounts.ts';

/** Makes sign-ins with e-mail and password. Not reachable over the network. */
export function openAccount(accounts: Accounts): OpenAccount {
  return async ({ practiceId, staffId, displayName, email, password }) => {
    if (password.length < MIN_PASSWORD_LENGTH) return refuse('weakPassword');
    const { internalAdapter, password: hasher } = await accounts.$context;
    const address = email.toLowerCase();
    if ((await internalAdapter.findUserByEmail(address)) !== null) return refuse('emailTaken');
    const user = await internalAdapter.createUser(
      { email: address, name: displayName, emailVerified: true, practiceId, staffId },
      { method: 'email-password' },
    );
    await internalAdapter.linkAccount({
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password: await hasher.hash(password),
    });
    return ok(null);
  };
}
