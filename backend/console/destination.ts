import * as z from 'zod/mini';

/** The pages that somebody may be sent back to after signing in: ours, by name. */
export const Destination = z.enum([
  'caseload',
  'measures',
  'hand-measures',
  'alerts',
  'alert-rules',
  'alert-actions',
  'escalation',
  'my-contact',
  'messages',
  'wording',
  'forms',
  'phrases',
  'fleet',
  'deployment',
]);
export type Destination = z.infer<typeof Destination>;

/** A destination in an address or a form; null for anything else. */
export function destinationFrom(given: string | undefined): Destination | null {
  return Destination.safeParse(given).data ?? null;
}
