import { bodyHash } from '#backend/audit/canonical.ts';
import type { ConfirmedTerms } from '#backend/store/licences.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';

/** What a person confirms for the practice, word for word. */
const STATEMENT =
  'I have read these terms. I confirm for the practice that it meets them and may give this measure to its clients.';

/** The terms of a measure as they are read, with the fingerprint that tells them from others. */
export interface LicenceTerms {
  readonly terms: ConfirmedTerms;
  readonly termsHash: string;
}

/**
 * The terms that a confirmation of a measure is about. A licence that reads otherwise, or another
 * sentence to confirm, has another fingerprint: what was confirmed before does not cover it.
 */
export function licenceTermsOf({ licence }: Pick<Instrument, 'licence'>): LicenceTerms {
  const { permission, attribution, sources } = licence;
  const terms = { permission, attribution, sources, statement: STATEMENT };
  return { terms, termsHash: bodyHash(terms) };
}

/** `Instrument.id` of every measure whose present terms the practice has confirmed. */
export async function confirmedMeasures(care: CareRepositories): Promise<ReadonlySet<string>> {
  const standing = await care.licences.standing();
  const confirmed = INSTRUMENTS.filter((measure) => {
    const { termsHash } = licenceTermsOf(measure);
    return standing.some((one) => one.instrumentId === measure.id && one.termsHash === termsHash);
  });
  return new Set(confirmed.map(({ id }) => id));
}
