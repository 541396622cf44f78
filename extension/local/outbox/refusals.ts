import { ERRORS } from '#shared/contracts/errors.ts';
import { type DeliveryRefusal, SEALED_REFUSALS } from '#shared/contracts/sealed.ts';
import type { OutboxEntry } from '../../messages/worker.ts';
import type { Row } from './sealed/disk.ts';

/** What of somebody's lies on the disk, or was refused, as a page may see it. */
export function listedOf({
  entryId,
  since,
  refusal,
}: Pick<Row, 'entryId' | 'since' | 'refusal'>): OutboxEntry {
  return {
    entryId,
    what: refusal?.what ?? 'sealed',
    insertionId: refusal?.insertionId ?? null,
    alertId: null,
    since,
    is: refusal === null ? 'waiting' : 'refused',
    because: refusal === null ? null : refusalInWords(refusal.because),
  };
}

/** Why the server will not take an entry, in the product's own words. */
export function refusalInWords(because: DeliveryRefusal | null): string {
  if (because === null) return 'The server did not say why.';
  const words: Readonly<Record<string, string>> = SEALED_REFUSALS;
  return words[because] ?? messageOf(because);
}

function messageOf(because: DeliveryRefusal): string {
  return because in ERRORS ? ERRORS[because as keyof typeof ERRORS].message : '';
}
