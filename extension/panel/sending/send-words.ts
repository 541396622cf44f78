import type { Sendings } from '#shared/contracts/between-procedures.ts';
import type { Unavailable } from '../../messages/worker.ts';
import type { Way } from './suggested.ts';
import { LANGUAGE_WORDS } from './words.ts';

/** Ways by their names. */
export const WAY_WORDS: Readonly<Record<Way, string>> = {
  message: 'Message',
  link: 'Link',
  kiosk: 'On this device',
};

/** What a way means before it is taken: what can't be taken back, and what stays open. */
export function wayInWords(way: Way, { contact }: Pick<Sendings, 'contact'>): string {
  if (way === 'message') {
    const to = contact.channel === 'email' ? contact.email : contact.phone;
    return `Goes to ${to}, in ${LANGUAGE_WORDS[contact.language]}. A message that was sent can’t be called back.`;
  }
  return way === 'link'
    ? 'You get a link to hand over. It is shown once.'
    : 'To hand this device to the client. Throughline is locked in this browser first, and you sign in again afterwards. Save your note before. Your EHR stays open in its tabs: lock it, or use a device without it.';
}

/** What the button says that sends. */
export function sendInWords(
  name: string,
  way: Way,
  { contact }: Pick<Sendings, 'contact'>,
): string {
  if (way === 'message') return `Send ${name} by ${contact.channel === 'text' ? 'text' : 'e-mail'}`;
  return way === 'link' ? `Make a link for ${name}` : `Lock Throughline and open ${name}`;
}

/** What was done. `isNew` is false where one that was out already was handed out again. */
export function sentInWords(name: string, way: Way, isNew: boolean): string {
  if (!isNew) return `${name} was out already: the same one is used, and no second was made.`;
  if (way === 'message') return `Sent: ${name}. Below stands when the message has left.`;
  return way === 'link' ? `The link for ${name} is below.` : `Opened here: ${name}.`;
}

/** Why nothing was sent, or why nobody knows; pressing again sends one and the same. */
export function notSentInWords({
  reason,
  message,
}: {
  readonly reason: Unavailable;
  readonly message: string;
}): string {
  return reason === 'unreachable' || reason === 'slow'
    ? 'No answer from the Throughline server, so it is not known whether this was sent. Press again: it is sent once.'
    : `Not sent. ${message}`;
}
