import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';

/** On whose behalf something is done. */
export type Actor =
  | { readonly kind: 'staff'; readonly staffId: StaffId }
  | { readonly kind: 'client'; readonly clientId: ClientId }
  /** A part of the system itself, such as `outbox`. */
  | { readonly kind: 'system'; readonly name: string };

/** What every piece of work on clinical data is done within. */
export interface Scope {
  /** The only practice whose rows exist for this piece of work. */
  readonly practiceId: PracticeId;
  readonly actor: Actor;
  /** Ties audit rows and log lines of one request together. */
  readonly requestId: string;
  /** Server time. Every moment that is stored is this one; SQL never asks its own clock. */
  readonly now: Instant;
}

/** The actor's id as the audit log keeps it. */
export function actorId(actor: Actor): string {
  if (actor.kind === 'staff') return actor.staffId;
  return actor.kind === 'client' ? actor.clientId : actor.name;
}
