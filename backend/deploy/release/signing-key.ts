import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { extensionIdOf } from '../crx/extension-id.ts';
import type { PackRefusal } from './refusal.ts';

/** The key that is the extension's identity. */
export interface SigningKey {
  /** Where its PEM is. */
  readonly path: string;
  readonly extensionId: string;
  /** Base64 of the public key: what a manifest's `key` holds, so that an unpacked build has this id. */
  readonly publicKey: string;
}

/** As the web store asks for its own signatures. */
const RSA_BITS = 4096;

/**
 * The key in a file. A missing one is refused unless a new one was asked for in so many words: a key
 * that is made in silence is a new extension, which no policy knows.
 */
export function signingKeyAt(
  path: string,
  { makeNew }: { readonly makeNew: boolean },
): Result<SigningKey, PackRefusal> {
  const isThere = existsSync(path);
  if (isThere && makeNew) return refuse({ reason: 'keyThere' });
  if (!isThere && !makeNew) return refuse({ reason: 'keyMissing' });
  if (makeNew) writeNewKey(path);
  try {
    return ok(keyIn(path, readFileSync(path)));
  } catch {
    return refuse({ reason: 'keyUnusable' });
  }
}

function keyIn(path: string, pem: Buffer): SigningKey {
  const publicKey = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' });
  return {
    path,
    extensionId: extensionIdOf(publicKey),
    publicKey: publicKey.toString('base64'),
  };
}

function writeNewKey(path: string): void {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: RSA_BITS });
  // Refuses to write over anything, and lets nobody else of the machine read it.
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
  });
}
