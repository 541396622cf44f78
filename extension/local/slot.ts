import type * as z from 'zod/mini';

/** The part of a browser storage area that is used here. */
export interface StorageArea {
  readonly get: (key: string) => Promise<Record<string, unknown>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

/** One named, typed value in a storage area. */
export interface Slot<Value> {
  /** Null when there is none, or what is there is not of the shape (an older version wrote it). */
  readonly read: () => Promise<Value | null>;
  readonly write: (value: Value) => Promise<void>;
  readonly clear: () => Promise<void>;
}

/**
 * A value of a known shape under one key. Storage outlives the code that wrote it, so what is
 * read is parsed like anything else that crosses a border.
 */
export function createSlot<Value>(
  area: StorageArea,
  key: string,
  schema: z.ZodMiniType<Value>,
): Slot<Value> {
  return {
    async read() {
      const parsed = schema.safeParse((await area.get(key))[key]);
      return parsed.success ? parsed.data : null;
    },
    write: (value) => area.set({ [key]: value }),
    clear: () => area.remove(key),
  };
}
