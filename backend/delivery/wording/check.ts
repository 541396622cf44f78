import { LINK_PLACEHOLDER, LONGEST_TEXT, type OwnMessageText } from '#shared/contracts/wording.ts';
import { tellingWord } from './telling-words.ts';

/**
 * Why a practice's own words are not taken. `health`: a word that tells what the practice does or what
 * somebody is there for; `found` is the word.
 */
export type WordingFault =
  | { readonly fault: 'linkMissing' | 'linkTwice' | 'otherPlaceholder' | 'otherAddress' }
  | { readonly fault: 'tooLong'; readonly most: number }
  | { readonly fault: 'hiddenCharacters' | 'subjectMissing' | 'subjectTooMuch' }
  | { readonly fault: 'health'; readonly found: string };

/** Characters that a reader doesn't see, or that turn the direction of what follows. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;

/** What is wrong with a practice's own words; nothing when they can be used. */
export function wordingFaults({ way, subject, body }: OwnMessageText): readonly WordingFault[] {
  const faults: WordingFault[] = [...linkFaults(body), ...subjectFaults(way, subject)];
  if (way === 'text' && body.length > LONGEST_TEXT) {
    faults.push({ fault: 'tooLong', most: LONGEST_TEXT });
  }
  const whole = `${subject ?? ''}\n${body}`;
  if (/[{}]/.test(whole.replaceAll(LINK_PLACEHOLDER, '')))
    faults.push({ fault: 'otherPlaceholder' });
  if (/https?:|www\.|:\/\//i.test(whole)) faults.push({ fault: 'otherAddress' });
  if (HIDDEN.test(whole.replaceAll(/\r?\n/g, ''))) faults.push({ fault: 'hiddenCharacters' });
  const found = tellingWord(whole);
  if (found !== null) faults.push({ fault: 'health', found });
  return faults;
}

function linkFaults(body: string): readonly WordingFault[] {
  const links = body.split(LINK_PLACEHOLDER).length - 1;
  if (links === 0) return [{ fault: 'linkMissing' }];
  return links > 1 ? [{ fault: 'linkTwice' }] : [];
}

function subjectFaults(
  way: OwnMessageText['way'],
  subject: OwnMessageText['subject'],
): readonly WordingFault[] {
  if (way === 'email' && subject === null) return [{ fault: 'subjectMissing' }];
  const isLine = subject === null || !/[\r\n]|\{link\}/.test(subject);
  return (way === 'text' && subject !== null) || !isLine ? [{ fault: 'subjectTooMuch' }] : [];
}
