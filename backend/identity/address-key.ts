import { createHash } from 'node:crypto';

/** What tries of an account are counted under: a hash, so the counters hold no addresses. */
export function addressKey(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
}
