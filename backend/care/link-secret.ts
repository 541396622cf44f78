import { createHash } from 'node:crypto';

/** Bytes of a link's secret: 256 bits, far beyond guessing. Never a UUID, which tells its time. */
const SECRET_BYTES = 32;

/**
 * Bytes of the secret of a link for a device of the practice. The length says so: it can't be taken off
 * or put on, because the store knows a link by the hash of all of it.
 */
const KIOSK_BYTES = 33;

/** 32 or 33 bytes in base64url, without padding. */
const SECRET_FORM = /^[A-Za-z0-9_-]{43,44}$/;

/** Characters of the longer one. */
const KIOSK_LENGTH = 44;

/** Whom a link is for: whoever it is sent to, or a device of the practice that is handed over open. */
type LinkFor = 'client' | 'kiosk';

/** A new client's link: the secret stands in the link alone; the store keeps its hash. */
export function newLink(
  randomBytes: (size: number) => Uint8Array,
  linkFor: LinkFor = 'client',
): {
  readonly secret: string;
  readonly tokenHash: string;
} {
  const size = linkFor === 'kiosk' ? KIOSK_BYTES : SECRET_BYTES;
  const secret = Buffer.from(randomBytes(size)).toString('base64url');
  const tokenHash = hashOfSecret(secret);
  if (tokenHash === null) throw new Error('A new secret does not have the form of a secret.');
  return { secret, tokenHash };
}

/** The hash under which a link is kept; null when the text can't be a secret of ours. */
export function hashOfSecret(secret: string): string | null {
  return SECRET_FORM.test(secret) ? createHash('sha256').update(secret).digest('hex') : null;
}

/** Whether a link that leads somewhere was made for a device of the practice. */
export function isForKiosk(secret: string): boolean {
  return secret.length === KIOSK_LENGTH;
}
