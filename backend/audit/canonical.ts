import { createHash } from 'node:crypto';

/** Anything that JSON can hold. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * One text for one value: object keys sorted by code unit, no white space, absent and undefined
 * members alike. The idea of RFC 8785, on which two sides agree byte by byte; numbers and strings
 * are written as `JSON.stringify` writes them, as that RFC asks.
 */
export function canonicalText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter((member): member is [string, Json] => member[1] !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
  return `{${members.join(',')}}`;
}

/** Lower-case hexadecimal SHA-256 of a value's canonical text. */
export function bodyHash(value: Json): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex');
}
