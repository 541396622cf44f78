import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import * as z from 'zod/mini';
import { Instant } from '#shared/contracts/calendar.ts';
import {
  boundTo,
  type Fact,
  SEALING_PURPOSE,
  type SealedContent,
  type SealedEntry,
  SealingGrant,
} from '#shared/contracts/sealed.ts';

/** What this browser seals with in somebody's name, and when it got it by its own clock. */
export const KeptGrant = z.extend(SealingGrant, { grantedAt: Instant });
export type KeptGrant = z.infer<typeof KeptGrant>;

/** A fact that waits: its id, and whose it is. */
export interface Unsent extends Pick<SealedEntry, 'entryId' | 'author'> {
  readonly fact: Fact;
}

/** Bytes to which contents are filled up: how long a text is, is not told by the disk. */
const PADDED_TO = 1024;

/** RFC 9180, 7.1 to 7.3: KEM 0x0020, KDF 0x0001, AEAD 0x0002. */
const SUITE = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/**
 * Seals a fact to the server. Each call makes a key pair of its own and forgets it: what it made,
 * nobody in this browser can open, not even this function.
 */
export async function seal(
  { entryId, author, fact }: Unsent,
  grant: KeptGrant,
): Promise<SealedEntry> {
  const { key, ticket, grantedAt } = grant;
  const content: SealedContent = { ticket, grantedAt, fact };
  const recipientPublicKey = await SUITE.kem.deserializePublicKey(bytesOf(key.publicKey));
  const { enc, ct } = await SUITE.seal(
    { recipientPublicKey, info: utf8(SEALING_PURPOSE) },
    padded(utf8(JSON.stringify(content))),
    utf8(boundTo({ entryId, author })),
  );
  return { entryId, author, keyId: key.keyId, encapsulated: base64(enc), sealed: base64(ct) };
}

/** White space after JSON means nothing (RFC 8259, 2). */
function padded(text: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(text.length / PADDED_TO) * PADDED_TO).fill(0x20);
  bytes.set(text);
  return bytes;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function base64(buffer: ArrayBuffer): string {
  const characters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte));
  return btoa(characters.join(''));
}
