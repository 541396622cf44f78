import { createHmac, hkdfSync } from 'node:crypto';

/** What a fingerprint is of: the same text has another fingerprint in another role. */
export type FingerprintOf =
  | 'session.token'
  | 'deviceCode.deviceCode'
  | 'deviceCode.userCode'
  | 'address'
  | 'source'
  | 'staff'
  | 'link';

/**
 * What the database keeps instead of a secret or an address: lower-case hexadecimal HMAC-SHA-256.
 * The same text always gives the same fingerprint, so it can be looked for.
 */
export type Fingerprint = (of: FingerprintOf, text: string) => string;

/**
 * Fingerprints under a key that is derived (HKDF, RFC 5869) from the secret of this installation.
 * The key is needed, since a user code has 34 bits and an IPv4 address 32: their plain hashes could
 * be turned back by trying. It is derived, because the secret itself also signs cookies, and a
 * fingerprint of a token must not be the signature of that token.
 */
export function createFingerprint(secret: string): Fingerprint {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'throughline.directory.fingerprint', 32));
  return (of, text) => createHmac('sha256', key).update(`${of}\0${text}`).digest('hex');
}
