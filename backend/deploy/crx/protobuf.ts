/** A field of a message that holds bytes: another message, a key, a signature. */
export interface BytesField {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** Wire types of protocol buffers (protobuf.dev, "Encoding"). */
const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** A header's varints say lengths and field numbers: more than 5 bytes is no such number. */
const LONGEST_VARINT = 5;

/**
 * The length-delimited fields of a message, in their order; null when it is not well formed. That
 * is all of the format that a CRX header needs: it holds nothing else but messages and bytes.
 */
export function bytesFields(message: Uint8Array): readonly BytesField[] | null {
  const fields: BytesField[] = [];
  let at = 0;
  while (at < message.length) {
    const tag = varint(message, at);
    if (tag === null) return null;
    const value = varint(message, tag.next);
    if (value === null) return null;
    at = value.next;
    const wireType = tag.value % 8;
    if (wireType !== LENGTH_DELIMITED) {
      if (wireType !== VARINT) return null;
      continue;
    }
    const end = at + value.value;
    if (end > message.length) return null;
    fields.push({ number: Math.floor(tag.value / 8), bytes: message.subarray(at, end) });
    at = end;
  }
  return fields;
}

function varint(message: Uint8Array, from: number): { value: number; next: number } | null {
  let value = 0;
  for (let index = 0; index < LONGEST_VARINT; index += 1) {
    const byte = message[from + index];
    if (byte === undefined) return null;
    value += (byte % 128) * 128 ** index;
    if (byte < 128) return { value, next: from + index + 1 };
  }
  return null;
}
