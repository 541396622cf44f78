import type { DeadMessage } from '#backend/care/messages/message-care.ts';
import { FAILURES, isFailure } from '#backend/delivery/outcome.ts';
import type { WordingFault } from '#backend/delivery/wording/check.ts';
import { LINK_PLACEHOLDER } from '#shared/contracts/wording.ts';

/** What a message was about, as far as anybody may read it. */
export const PURPOSE_WORDS = {
  checkIn: 'A form to fill in',
  reminder: 'A reminder of a form',
  alert: 'Somebody should look',
  answer: 'Something new to look at',
} as const satisfies Record<DeadMessage['purpose'], string>;

/** By which way it was sent. */
export const WAY_WORDS = { email: 'e-mail', text: 'text', browser: 'browser' } as const;

/** Languages of the client's page. */
export const LANGUAGE_WORDS = { english: 'English', spanish: 'Spanish' } as const;

/** To whom it was, in words. */
export function toWords({ to }: Pick<DeadMessage, 'to'>): string {
  if (to.is === 'staff') return `${to.name}, ${to.role}`;
  if (to.name !== null) return to.name;
  return to.of.length === 0 ? 'a client' : `a client of ${to.of.join(' and ')}`;
}

/** Why it did not arrive, and what to do. */
export function failureWords(code: string): string {
  return isFailure(code) ? FAILURES[code] : 'It could not be sent.';
}

const FAULT_WORDS = {
  linkMissing: `Put ${LINK_PLACEHOLDER} where the link is to stand.`,
  linkTwice: `${LINK_PLACEHOLDER} may stand in it once.`,
  otherPlaceholder: `Only ${LINK_PLACEHOLDER} may stand in braces: messages carry nothing else about anybody.`,
  otherAddress: 'Take other addresses out: the only link in a message is the client’s own.',
  hiddenCharacters:
    'There are characters in it that nobody sees. Type it anew instead of pasting it.',
  subjectMissing: 'An e-mail needs a subject.',
  subjectTooMuch: 'A subject is one line without the link, and a text has none.',
} as const;

/** Why a practice's own words are not taken, and what to change. */
export function wordingFaultWords(fault: WordingFault): string {
  if (fault.fault === 'tooLong') return `A text has ${fault.most} characters at most.`;
  if (fault.fault === 'health') {
    return `“${fault.found}” tells whoever reads along what this is about. Choose another word.`;
  }
  return FAULT_WORDS[fault.fault];
}
