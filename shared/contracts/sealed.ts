import * as z from 'zod/mini';
import { Instant } from './calendar.ts';
import { ERRORS, type ErrorCode } from './errors.ts';
import { StaffId } from './ids.ts';
import { AcknowledgeInput, RecordInsertionInput, RecordUndoInput } from './procedures.ts';

/**
 * What a browser could not tell the server yet, on its disk. Each entry is sealed to the practice's
 * server with HPKE (RFC 9180: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM): the
 * browser that wrote it can't read it again, and neither can who finds the disk.
 */

/** HPKE's `info`: what is sealed for another purpose never opens as an entry. */
export const SEALING_PURPOSE = 'throughline sealed entry 1';

/**
 * Base64 characters that the longest entry may have: eight parts of the longest text, each unit
 * escaped in six characters, in base64, and the rest of the record.
 */
export const MAX_SEALED_LENGTH = 1_310_000;

/** Whom to seal to. */
export const SealingKey = z.object({
  keyId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  /** X25519 public key, 32 bytes, base64. */
  publicKey: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
});
export type SealingKey = z.infer<typeof SealingKey>;

/** `sealed.key` output: whom to seal to, and the proof of whose the entries are. */
export const SealingGrant = z.object({
  key: SealingKey,
  /**
   * The server's word, under its own secret, that this member of staff of this practice was signed
   * in at `issuedAt`. It goes into every entry, and outside of entries nowhere but to this browser.
   */
  ticket: z.string().check(z.minLength(1), z.maxLength(600)),
  issuedAt: Instant,
});
export type SealingGrant = z.infer<typeof SealingGrant>;

/** One sealed entry as it lies on the disk and travels. */
export const SealedEntry = z.object({
  /** Equal for every sending of the same entry; UUIDv7: when it happened by the browser's clock. */
  entryId: z.uuid(),
  /** Whose it is; believed only when the ticket inside says so too. */
  author: StaffId,
  keyId: SealingKey.shape.keyId,
  /** HPKE's encapsulated key, base64. */
  encapsulated: z.string().check(z.maxLength(100)),
  /** Ciphertext, base64; {@link boundTo} is its associated data. */
  sealed: z.string().check(z.maxLength(MAX_SEALED_LENGTH)),
});
export type SealedEntry = z.infer<typeof SealedEntry>;

/** Associated data of an entry: its ciphertext opens under no other id or author. */
export function boundTo({ entryId, author }: Pick<SealedEntry, 'entryId' | 'author'>): string {
  return `${entryId} ${author}`;
}

/** What may wait on a disk: facts that already are, and a decision that was read. */
export const Fact = z.discriminatedUnion('what', [
  z.object({ what: z.literal('insertion'), input: RecordInsertionInput }),
  z.object({ what: z.literal('undo'), input: RecordUndoInput }),
  z.object({ what: z.literal('acknowledgement'), input: AcknowledgeInput }),
]);
export type Fact = z.infer<typeof Fact>;

/** The inside of an entry: JSON, and spaces up to a whole kilobyte, so that its length says little. */
export const SealedContent = z.object({
  ticket: SealingGrant.shape.ticket,
  /** When the ticket arrived, by the browser's clock: with `issuedAt` it tells how wrong that is. */
  grantedAt: Instant,
  fact: Fact,
});
export type SealedContent = z.infer<typeof SealedContent>;

/** `sealed.deliver` input: oldest first; taken in this order, each at most once. */
export const SealedDelivery = z.object({
  entries: z.array(SealedEntry).check(z.minLength(1), z.maxLength(20)),
});
export type SealedDelivery = z.infer<typeof SealedDelivery>;

/** Why an entry is refused for what it is, in words that can be read. */
export const SEALED_REFUSALS = {
  unknownKey: 'It was sealed to a key that the server does not have any more.',
  unreadable: 'It was damaged on this computer’s disk, or is not of this server.',
  notProven: 'The server could not confirm who did it.',
} as const;

/** Why an entry is refused: for what it is, or as the procedure itself would have refused it. */
export const DeliveryRefusal = z.enum([
  ...(Object.keys(SEALED_REFUSALS) as [keyof typeof SEALED_REFUSALS]),
  ...(Object.keys(ERRORS) as [ErrorCode]),
]);
export type DeliveryRefusal = z.infer<typeof DeliveryRefusal>;

/**
 * `sealed.deliver` output: one result for each entry that was looked at, in order. `kept`: recorded,
 * now or earlier. `refused`: will never be. `left`: it is for another practice of this server, sealed
 * to a key that this server does not know, says what only another version of it understands, or undoes
 * what may stand in such an entry; whoever may yet take it needs the entry, and the browser keeps it.
 * The rest of the delivery was not looked at and is sent again.
 */
export const DeliveryReply = z.object({
  results: z.array(
    z.object({
      entryId: z.uuid(),
      status: z.enum(['kept', 'refused', 'left']),
      /** What it was; null where it could not be read, or is none of the caller's practice. */
      what: z.nullable(z.enum(['insertion', 'undo', 'acknowledgement'])),
      because: z.nullable(DeliveryRefusal),
    }),
  ),
});
export type DeliveryReply = z.infer<typeof DeliveryReply>;
