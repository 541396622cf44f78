import { hexOf } from './hex.ts';
import type { KeyRing } from './keys.ts';

/** A sealed text: noise without the keys. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Names and seals what is kept on the disk. */
export interface Sealer {
  /** The name for what an entry is about: equal for equal words, hex, says nothing by itself. */
  readonly nameOf: (about: string) => Promise<string>;
  /** Encrypts a text under a name. The name is bound in, so two entries can't be exchanged. */
  readonly seal: (name: string, text: string) => Promise<Sealed>;
  /** The text of an entry; null when another key sealed it or it was touched. */
  readonly open: (name: string, sealed: Sealed) => Promise<string | null>;
  /** Forgets the keys: nothing sealed so far can be opened again. */
  readonly forget: () => Promise<void>;
}

/** AES-GCM's recommended nonce length (NIST SP 800-38D, 5.2.1.1). */
const IV_BYTES = 12;

/** AES-GCM-256 under keys that die with the browser session. */
export function createSealer(keyRing: KeyRing, crypto: Crypto): Sealer {
  return {
    async nameOf(about) {
      const { naming } = await keyRing.keys();
      return hexOf(await crypto.subtle.sign('HMAC', naming, encode(about)));
    },
    async seal(name, text) {
      const { sealing } = await keyRing.keys();
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const algorithm = { name: 'AES-GCM', iv, additionalData: encode(name) };
      return { iv, sealed: await crypto.subtle.encrypt(algorithm, sealing, encode(text)) };
    },
    async open(name, { iv, sealed }) {
      const { sealing } = await keyRing.keys();
      const algorithm = { name: 'AES-GCM', iv, additionalData: encode(name) };
      try {
        return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, sealing, sealed));
      } catch {
        // WebCrypto has one error for every kind of mismatch, on purpose.
        return null;
      }
    },
    forget: keyRing.forget,
  };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
