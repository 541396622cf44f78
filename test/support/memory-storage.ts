import type { StorageArea } from '#extension/local/slot.ts';

/** A storage area in memory, as strict as the browser's: what is kept is JSON. */
export function memoryStorage(initial: Record<string, unknown> = {}): StorageArea & {
  /** Everything that is kept now. */
  readonly all: () => Record<string, unknown>;
} {
  const kept = new Map(Object.entries(initial).map(([key, value]) => [key, JSON.stringify(value)]));
  const read = (key: string): unknown => JSON.parse(kept.get(key) ?? 'null');
  return {
    get: async (key) => (kept.has(key) ? { [key]: read(key) } : {}),
    async set(items) {
      for (const [key, value] of Object.entries(items)) kept.set(key, JSON.stringify(value));
    },
    async remove(key) {
      kept.delete(key);
    },
    all: () => Object.fromEntries([...kept.keys()].map((key) => [key, read(key)])),
  };
}
