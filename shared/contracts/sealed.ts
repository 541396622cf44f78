import * as z from 'zod/mini';
import { Instant } from './calendar.ts';

/**
 * What a browser could not tell the server yet, on its disk. Each entry is sealed to the practice's
 * server with HPKE (RFC 9180: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM): the
 * browser that wrote it can't read it again, and neither can who finds the disk.
 */

/** `sealed.key` output: whom to seal to. */
export const SealingKey = z.object({
  keyId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  /** X25519 public key, 32 bytes, base64. */
  publicKey: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
});
export type SealingKey = z.infer<typeof SealingKey>;

/** One sealed entry as it lies on the disk and travels. */
export const SealedEntry = z.object({
  /** Equal for every sending of the same entry; UUIDv7, so it orders. */
  entryId: z.uuid(),
  keyId: SealingKey.shape.keyId,
  /** HPKE's encapsulated key, base64. */
  encapsulated: z.string().check(z.maxLength(100)),
  /** Ciphertext, base64; the entry's id is bound in as associated data. */
  sealed: z.string().check(z.maxLength(400_000)),
  at: Instant,
});
export type SealedEntry = z.infer<typeof SealedEntry>;

/** `sealed.deliver` input: oldest first; taken in this order, each at most once. */
export const SealedDelivery = z.object({
  entries: z.array(SealedEntry).check(z.minLength(1), z.maxLength(20)),
});
export type SealedDelivery = z.infer<typeof SealedDelivery>;

/**
 * `sealed.deliver` output: one result for each entry that was looked at, in order. `kept`: recorded,
 * now or earlier. `refused`: will never be (by its reason, as the procedure itself would have said).
 * The rest of the delivery was not looked at and is sent again.
 */
export const DeliveryReply = z.object({
  results: z.array(
    z.object({
      entryId: z.uuid(),
      status: z.enum(['kept', 'refused']),
      reason: z.nullable(z.string()),
    }),
  ),
});
export type DeliveryReply = z.infer<typeof DeliveryReply>;
