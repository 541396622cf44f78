/** The extension's name in device authorization (RFC 8628, `client_id`). */
export const EXTENSION_CLIENT = 'throughline-extension';

/** Letters without vowels and look-alikes, as RFC 8628 section 6.1 advises: no words arise. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 8;
const USER_CODE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

/**
 * A new user code such as `WDJB-MJHT`: 8 of 20 letters, some 34 bits, for a code that lives ten
 * minutes behind a limit of tries.
 */
export function newUserCode(randomBytes: (size: number) => Uint8Array): string {
  const letters: string[] = [];
  while (letters.length < LENGTH) {
    for (const byte of randomBytes(LENGTH * 2)) {
      // 240 is the largest multiple of 20 in a byte: above it, some letters would come more often.
      if (byte < 240 && letters.length < LENGTH) letters.push(LETTERS.charAt(byte % 20));
    }
  }
  return dashed(letters.join(''));
}

/** A typed code in the form in which it is kept; null when it can't be one. */
export function userCodeFrom(typed: string): string | null {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  const possible = USER_CODE.test(letters);
  return possible ? dashed(letters) : null;
}

function dashed(letters: string): string {
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}
