import type { Channel, ClientLanguage } from '#shared/contracts/contact.ts';
import { LINK_PLACEHOLDER, type WordedPurpose, type Wording } from '#shared/contracts/wording.ts';
import { CLIENT_TEXTS, type MessageText, STAFF_TEXTS } from './defaults.ts';
import { tellingWordOfName } from './telling-words.ts';

/** How messages read where a practice has set nothing. */
export const DEFAULT_WORDING: Wording = { version: 0, namesPractice: false, texts: [] };

/** Which message to a client. */
export interface ClientMessage {
  readonly purpose: WordedPurpose;
  readonly language: ClientLanguage;
  readonly way: Channel;
}

/** What is put into a message. There is no place for anything else. */
export interface Filling {
  readonly link: string;
  readonly practiceName: string;
}

/** The words of a message to a client, with {@link LINK_PLACEHOLDER} where the link stands. */
export function clientText(wording: Wording, which: ClientMessage): MessageText {
  const { purpose, language, way } = which;
  const own = wording.texts.find(
    (text) => text.purpose === purpose && text.language === language && text.way === way,
  );
  return own ?? CLIENT_TEXTS[purpose][language][way];
}

/** A message to a client as it is sent. */
export function toClient(wording: Wording, which: ClientMessage, filling: Filling): MessageText {
  const { subject, body } = clientText(wording, which);
  const signature =
    which.way === 'email' ? `\n\n${filling.practiceName}` : ` (${filling.practiceName})`;
  // Names change: one that tells is left out, whatever was decided about an earlier one.
  const isNamed = wording.namesPractice && tellingWordOfName(filling.practiceName) === null;
  const signed = isNamed ? `${body}${signature}` : body;
  return { subject, body: signed.replace(LINK_PLACEHOLDER, () => filling.link) };
}

/** A message to somebody of the practice as it is sent. */
export function toStaff(purpose: 'alert' | 'answer', way: Channel, link: string): MessageText {
  const { subject, body } = STAFF_TEXTS[purpose][way];
  return { subject, body: body.replace(LINK_PLACEHOLDER, () => link) };
}
