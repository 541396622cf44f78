/**
 * True when every string in a parsed input can be stored as it is: PostgreSQL's text holds no
 * U+0000, and its jsonb refuses half of a surrogate pair
 * (postgresql.org/docs/current/datatype-json.html, section 8.14).
 */
export function isStorable(input: unknown): boolean {
  if (typeof input === 'string') return !input.includes('\u0000') && input.isWellFormed();
  if (typeof input !== 'object' || input === null) return true;
  return Object.values(input).every(isStorable);
}
