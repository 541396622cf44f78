import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** 256 bits. */
const SECRET_BYTES = 32;

/**
 * The secret in a file that only its owner can read; made, once, when the file isn't there. Two
 * processes that start at once end up with one secret.
 */
export function secretIn(file: string, randomBytes: (size: number) => Uint8Array): string {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = Buffer.from(randomBytes(SECRET_BYTES)).toString('base64url');
  try {
    writeFileSync(file, fresh, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return readFileSync(file, 'utf8').trim();
  }
}
