/** Days, instants and ids of one format sort as text. */
export function inOrder(one: string, other: string): number {
  if (one < other) return -1;
  return one > other ? 1 : 0;
}
