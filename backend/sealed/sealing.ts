import { createHash, hkdfSync } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { isStorable } from '#backend/http/storable.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import {
  boundTo,
  SEALING_PURPOSE,
  SealedContent,
  type SealedEntry,
  type SealingKey,
} from '#shared/contracts/sealed.ts';
import { createTickets, type Tickets } from './ticket.ts';

/**
 * Why an entry's content is not known. `unknownKey`: sealed to no key of ours. `unreadable`: touched,
 * or what no record can hold. `notUnderstood`: whole, but said as another version of us says it.
 */
export type SealRefusal = 'unknownKey' | 'unreadable' | 'notUnderstood';

/** What the server opens sealed entries with, and proves their authors by. */
export interface Sealing {
  /** Whom browsers seal to now. */
  readonly key: () => Promise<SealingKey>;
  readonly open: (entry: SealedEntry) => Promise<Result<SealedContent, SealRefusal>>;
  readonly tickets: Tickets;
}

/** RFC 9180, 7.1 to 7.3: KEM 0x0020, KDF 0x0001, AEAD 0x0002. */
const SUITE = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/**
 * Keys that are derived from the installation's secrets (RFC 5869, then DeriveKeyPair of RFC 9180,
 * 7.1.3): the same in every process, and nothing more to keep or to lose. The first secret is the one
 * in use; what was sealed under the former ones still opens.
 */
export function createSealing(secrets: readonly [string, ...string[]]): Sealing {
  const [current = openerOf(secrets[0]), ...former] = secrets.map(openerOf);
  return {
    key: async () => (await current).key,
    async open(entry) {
      const openers = await Promise.all([current, ...former]);
      const opener = openers.find(({ key }) => key.keyId === entry.keyId);
      if (opener === undefined) return refuse('unknownKey');
      const text = await textIn(entry, opener.privateKey);
      return text === null ? refuse('unreadable') : contentIn(text);
    },
    tickets: createTickets(secrets),
  };
}

interface Opener {
  readonly key: SealingKey;
  readonly privateKey: CryptoKey;
}

async function openerOf(secret: string): Promise<Opener> {
  const material = hkdfSync('sha256', secret, '', 'throughline.sealed.key', 32);
  const { publicKey, privateKey } = await SUITE.kem.deriveKeyPair(material);
  const bytes = Buffer.from(await SUITE.kem.serializePublicKey(publicKey));
  const keyId = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { key: { keyId, publicKey: bytes.toString('base64') }, privateKey };
}

async function textIn(entry: SealedEntry, recipientKey: CryptoKey): Promise<string | null> {
  try {
    const opened = await SUITE.open(
      { recipientKey, enc: bytesOf(entry.encapsulated), info: utf8(SEALING_PURPOSE) },
      bytesOf(entry.sealed),
      utf8(boundTo(entry)),
    );
    return Buffer.from(opened).toString();
  } catch {
    // One error for every kind of mismatch: who sent it learns nothing of the key.
    return null;
  }
}

function contentIn(text: string): Result<SealedContent, SealRefusal> {
  const parsed = SealedContent.safeParse(parsedJson(text));
  if (!parsed.success) return refuse('notUnderstood');
  // Text that PostgreSQL can't hold never came from our browser.
  return isStorable(parsed.data) ? ok(parsed.data) : refuse('unreadable');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}

function utf8(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}
