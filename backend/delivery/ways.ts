import { Channel } from '#shared/contracts/contact.ts';
import type { MessageId } from '#shared/contracts/ids.ts';
import type { Outcome } from './outcome.ts';

/** A mail, made a moment before it is sent and kept nowhere. */
export interface Mail {
  /** The same at every try, so that a mailbox that got it twice shows it once. */
  readonly messageId: MessageId;
  readonly to: string;
  readonly subject: string;
  /** Plain text; never HTML, which could load something and tell that it was read. */
  readonly text: string;
}

/** A text message to a telephone. */
export interface TextMessage {
  readonly messageId: MessageId;
  /** ITU-T E.164. */
  readonly to: string;
  readonly text: string;
}

/** What carries messages out of the building. */
export interface Ways {
  /** Null where the server has no way to send mail. */
  readonly mail: ((mail: Mail, signal: AbortSignal) => Promise<Outcome>) | null;
  /** Null where the server has no way to send texts. */
  readonly text: ((message: TextMessage, signal: AbortSignal) => Promise<Outcome>) | null;
}

/** The channels for which there is a way. */
export function channelsOf({ mail, text }: Ways): readonly Channel[] {
  const ways = { email: mail, text } satisfies Record<Channel, unknown>;
  return Channel.options.filter((channel) => ways[channel] !== null);
}
