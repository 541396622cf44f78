import { createHash } from 'node:crypto';

/** Bytes of a key's hash that make an id. */
const ID_BYTES = 16;

/** An id as browsers write it: 32 letters from a to p. */
export const EXTENSION_ID = /^[a-p]{32}$/;

/**
 * The id of the extension that a public key signs: the first half of the key's SHA-256, each
 * hexadecimal digit as a letter from a to p. `publicKey` is a SubjectPublicKeyInfo in DER.
 */
export function extensionIdOf(publicKey: Uint8Array): string {
  return idInLetters(createHash('sha256').update(publicKey).digest().subarray(0, ID_BYTES));
}

/** 16 bytes as an id. */
export function idInLetters(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replaceAll(/[0-9a-f]/g, letterOf);
}

function letterOf(digit: string): string {
  return String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16));
}
