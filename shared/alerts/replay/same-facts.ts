/**
 * Whether two pieces of plain data say the same, whatever the order of their keys: a database that
 * keeps JSON may sort them. A key whose value is undefined is a key that is not there.
 */
export function sameFacts(one: unknown, other: unknown): boolean {
  if (!isRecord(one) || !isRecord(other)) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => sameFacts(one[key], other[key]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
