import { v7 } from 'uuid';
import { type KeptGrant, seal } from '#extension/local/outbox/sealed/seal.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { DeliveryReply, Fact, SealedEntry, SealingGrant } from '#shared/contracts/sealed.ts';
import type { TestBackend } from './backend.ts';
import { call, type SignedIn, valueOf } from './practice.ts';

/** Somebody's browser that seals; `aheadSeconds` is how far its clock is ahead of the server's. */
export async function sealingBrowser(backend: TestBackend, who: SignedIn, aheadSeconds = 0) {
  const clock = () => new Date(backend.clock.now.getTime() + aheadSeconds * 1000);
  const granted = await valueOf<SealingGrant>(
    await call(backend, 'sealed.key', undefined, who.token),
  );
  const grant: KeptGrant = { ...granted, grantedAt: instantOf(clock()) };
  return {
    grant,
    /** Seals what happens now; `otherwise` is what a forger would put in place of the truth. */
    seals: (
      fact: Fact,
      otherwise: { readonly entryId?: string; readonly author?: SignedIn } = {},
    ): Promise<SealedEntry> => {
      const { entryId = v7({ msecs: clock().getTime() }), author = who } = otherwise;
      return seal({ entryId, author: author.staffId, fact }, grant);
    },
  };
}

/** Delivers entries in somebody's session; each result as `[status, because]`. */
export async function deliver(
  backend: TestBackend,
  { token }: Pick<SignedIn, 'token'>,
  entries: readonly SealedEntry[],
) {
  const reply = await call(backend, 'sealed.deliver', { entries }, token);
  const { results } = await valueOf<DeliveryReply>(reply);
  return results.map(({ status, because }) => [status, because]);
}
