import { createHash } from 'node:crypto';

/** Bytes of a link's secret: 256 bits, far beyond guessing. Never a UUID, which tells its time. */
const SECRET_BYTES = 32;

/** 32 bytes in base64url, without padding. */
const SECRET_FORM = /^[A-Za-z0-9_-]{43}$/;

/** A new client's link: the secret stands in the link alone; the store keeps its hash. */
export function newLink(randomBytes: (size: number) => Uint8Array): {
  readonly secret: string;
  readonly tokenHash: string;
} {
  const secret = Buffer.from(randomBytes(SECRET_BYTES)).toString('base64url');
  const tokenHash = hashOfSecret(secret);
  if (tokenHash === null) throw new Error('A new secret does not have the form of a secret.');
  return { secret, tokenHash };
}

/** The hash under which a link is kept; null when the text can't be a secret of ours. */
export function hashOfSecret(secret: string): string | null {
  return SECRET_FORM.test(secret) ? createHash('sha256').update(secret).digest('hex') : null;
}
