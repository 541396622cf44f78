import type { Failure } from '#backend/delivery/outcome.ts';
import type { Mail, TextMessage, Ways } from '#backend/delivery/ways.ts';
import type { MessageText } from '#backend/delivery/wording/defaults.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { MessageId } from '#shared/contracts/ids.ts';

/** A message with text and address, a moment before it leaves. */
export type Letter =
  | { readonly by: 'email'; readonly mail: Mail }
  | { readonly by: 'text'; readonly text: TextMessage };

/** What became of a message when its letter was to be written. */
export type Written =
  | { readonly is: 'letter'; readonly letter: Letter }
  /** Nobody needs it any longer. */
  | { readonly is: 'notNeeded' }
  /** It is told already; nothing leaves the building for it. */
  | { readonly is: 'done' }
  /** It can't be sent as things are; somebody has to see to it. */
  | { readonly is: 'never'; readonly failure: Failure }
  /** It is night, and nobody pressed for it now. */
  | { readonly is: 'atNight'; readonly until: Instant }
  /** The server can't send it yet. */
  | { readonly is: 'later'; readonly failure: Failure };

/** Where somebody can be written to. */
export interface Addresses {
  readonly email: string | null;
  readonly phone: string | null;
}

/** Why a message can't go its way now; null when it can. */
export function obstacle(
  way: Channel,
  to: Addresses,
  ways: Ways,
): Extract<Failure, 'noAddress' | 'wayUnset'> | null {
  if ((way === 'email' ? to.email : to.phone) === null) return 'noAddress';
  return (way === 'email' ? ways.mail : ways.text) === null ? 'wayUnset' : null;
}

/** Puts text and address together. Call where there is no obstacle. */
export function letterOf(
  messageId: MessageId,
  way: Channel,
  { email, phone }: Addresses,
  { subject, body }: MessageText,
): Written {
  if (way === 'email') {
    const mail = { messageId, to: email ?? '', subject: subject ?? '', text: body };
    return { is: 'letter', letter: { by: 'email', mail } };
  }
  return { is: 'letter', letter: { by: 'text', text: { messageId, to: phone ?? '', text: body } } };
}
