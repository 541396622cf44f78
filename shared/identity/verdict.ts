import type { IdentityAgreement } from './agree.ts';

/** Whether a page and a client are the same person, as far as can be said. */
export type IdentityVerdict =
  | { readonly verdict: 'certain' }
  /** Nobody has linked the record that the page shows. */
  | { readonly verdict: 'unlinked' }
  /** The record is linked, but something readable on the page contradicts the client. */
  | { readonly verdict: 'mismatch'; readonly differs: readonly ('name' | 'birthDate')[] }
  /** The record is linked and nothing contradicts, but the name can't be compared. */
  | { readonly verdict: 'insufficient' };

/**
 * Certain only when the record id is linked to the client, the name agrees, and the birth date
 * agrees or can't be read. Anything readable that differs is a mismatch, whatever else agrees.
 */
export function verdict(recordIsLinked: boolean, agreement: IdentityAgreement): IdentityVerdict {
  if (!recordIsLinked) return { verdict: 'unlinked' };
  const differs = (['name', 'birthDate'] as const).filter(
    (identifier) => agreement[identifier] === 'differs',
  );
  if (differs.length > 0) return { verdict: 'mismatch', differs };
  return agreement.name === 'agrees' ? { verdict: 'certain' } : { verdict: 'insufficient' };
}
