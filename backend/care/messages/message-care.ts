import type { Caller } from '#backend/access/caller.ts';
import type { WordingFault } from '#backend/delivery/wording/check.ts';
import type { Message } from '#backend/store/messages.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { MessageId } from '#shared/contracts/ids.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { OwnMessageText, Wording } from '#shared/contracts/wording.ts';

/** A message that was given up, as somebody reads it who can see to it. */
export interface DeadMessage {
  readonly messageId: MessageId;
  readonly purpose: Message['purpose'];
  readonly way: Message['way'];
  /**
   * To whom. A client is named to the clinicians in whose caseload they are; to anybody else by their
   * clinicians alone.
   */
  readonly to:
    | { readonly is: 'staff'; readonly name: string; readonly role: 'clinician' | 'admin' }
    | { readonly is: 'client'; readonly name: string | null; readonly of: readonly string[] };
  readonly writtenAt: Instant;
  readonly gaveUpAt: Instant;
  readonly attempts: number;
  /** One of the codes of a failure. */
  readonly failure: string;
}

/** Which message of a practice, and what else there is of it. */
export type MessageKey = Pick<OwnMessageText, 'purpose' | 'language' | 'way'>;

/** A change of how messages read: one text or its default, or whether they name the practice. */
export type WordingChange =
  | { readonly is: 'text'; readonly text: OwnMessageText }
  | { readonly is: 'default'; readonly of: MessageKey }
  | { readonly is: 'naming'; readonly namesPractice: boolean };

/** How messages read, and what the practice is called where they name it. */
export interface PracticeWording {
  readonly wording: Wording;
  readonly practiceName: string;
}

/** Why how messages read was not changed. */
export type WordingRefusal =
  | { readonly reason: 'outdated' }
  | { readonly reason: 'faults'; readonly faults: readonly WordingFault[] };

/** What a practice decides about its messages, and sees of those that did not arrive. */
export interface MessageCare {
  /**
   * Messages that were given up: all of the practice's for an admin; for a clinician those to the own
   * clients and to the clinician.
   */
  readonly deadMessages: (caller: Caller) => Promise<readonly DeadMessage[]>;
  /** Has a dead message tried again. False when there is none that the caller sees. */
  readonly tryAgain: (caller: Caller, messageId: MessageId) => Promise<boolean>;
  /** Takes a dead message off the list. False when there is none that the caller sees. */
  readonly settle: (caller: Caller, messageId: MessageId) => Promise<boolean>;
  /** How messages to clients read. */
  readonly wording: (caller: Caller) => Promise<PracticeWording>;
  /** Changes it; `seenVersion` is the version that was on screen. */
  readonly setWording: (
    caller: Caller,
    seenVersion: number,
    change: WordingChange,
  ) => Promise<Result<Wording, WordingRefusal>>;
}
