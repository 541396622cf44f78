import type { EhrId } from '#shared/contracts/ehr.ts';

/** The EHRs by the origins in which their pages have a content script. */
const EHR_OF_ORIGIN: Readonly<Record<string, EhrId>> = {
  'https://secure.simplepractice.com': 'simplepractice',
  'https://www.therapynotes.com': 'therapynotes',
  'https://app.sessionshealth.com': 'sessionshealth',
};

/** The pages that have a content script. */
export const EHR_ORIGINS = Object.keys(EHR_OF_ORIGIN);

/** The EHR of an address; null for any other page. */
export function ehrOfAddress(url: string | undefined): EhrId | null {
  const origin = url === undefined ? undefined : URL.parse(url)?.origin;
  return (origin === undefined ? undefined : EHR_OF_ORIGIN[origin]) ?? null;
}
