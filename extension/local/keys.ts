import * as z from 'zod/mini';
import { createSlot, type StorageArea } from './slot.ts';

const KEY_BYTES = 32;

/** 32 random bytes, base64: `storage.session` keeps JSON only. */
const StoredKeys = z.object({ sealing: z.string(), naming: z.string() });

/** The two keys of the cache. */
export interface CacheKeys {
  /** AES-GCM-256: seals what is kept. */
  readonly sealing: CryptoKey;
  /** HMAC-SHA-256: makes the name under which it is kept. */
  readonly naming: CryptoKey;
}

/** Where the cache's keys come from. */
export interface KeyRing {
  /** The keys of this browser session, made at the first need. */
  readonly keys: () => Promise<CacheKeys>;
  /** Forgets them: all that they sealed is unreadable from then on. */
  readonly forget: () => Promise<void>;
}

/**
 * Keys that live in `storage.session` only, so they die with the browser: what lies on the disk
 * of a stolen laptop is noise.
 */
export function createKeyRing(area: StorageArea, crypto: Crypto): KeyRing {
  const slot = createSlot(area, 'cacheKeys', StoredKeys);
  // Two first calls at once must not make two pairs of keys.
  let making: Promise<CacheKeys> | null = null;

  async function make(): Promise<CacheKeys> {
    const kept = await slot.read();
    const raw = kept ?? { sealing: randomKey(crypto), naming: randomKey(crypto) };
    if (kept === null) await slot.write(raw);
    return {
      sealing: await crypto.subtle.importKey('raw', bytes(raw.sealing), 'AES-GCM', false, [
        'encrypt',
        'decrypt',
      ]),
      naming: await crypto.subtle.importKey(
        'raw',
        bytes(raw.naming),
        { name: 'HMAC', hash: 'SHA-256' },
        false,
        ['sign'],
      ),
    };
  }

  return {
    async keys() {
      const made = making ?? make();
      making = made;
      try {
        return await made;
      } catch (error) {
        // The next need tries anew: one failed read must not cost the whole browser session.
        if (making === made) making = null;
        throw error;
      }
    },
    async forget() {
      making = null;
      await slot.clear();
    },
  };
}

function randomKey(crypto: Crypto): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(KEY_BYTES))));
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
