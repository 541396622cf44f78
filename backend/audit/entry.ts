import type { ClientId } from '#shared/contracts/ids.ts';

/** An event's shape: what happened, whom it is about, and ids or codes that pin it down. */
export interface Entry<Action extends string, Subject, Client = ClientId> {
  readonly action: Action;
  /** Null when it is about nobody in particular. */
  readonly clientId: Client;
  /** Ids, codes and counts. Never a name, a date of birth, an answer, a score or free text. */
  readonly subject: Subject;
}
