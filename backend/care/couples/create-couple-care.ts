import type { CareDeps } from '../deps.ts';
import type { CoupleCare } from './couple-care.ts';
import { coupleChoices, coupleOfPage } from './couple-of-page.ts';
import { linkCouple } from './link-couple.ts';
import { revokeConsent, sharingOf } from './own-sharing.ts';
import { setSecretsPolicy } from './set-secrets-policy.ts';
import { unlinkCouple } from './unlink-couple.ts';

/** Everything that clinicians do with couples. */
export function createCoupleCare(deps: CareDeps): CoupleCare {
  return {
    coupleOfPage: coupleOfPage(deps),
    coupleChoices: coupleChoices(deps),
    sharingOf: sharingOf(deps),
    linkCouple: linkCouple(deps),
    unlinkCouple: unlinkCouple(deps),
    setSecretsPolicy: setSecretsPolicy(deps),
    revokeConsent: revokeConsent(deps),
  };
}
