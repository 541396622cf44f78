/** Gives elements opaque names that mean nothing outside this page load. */
export interface FieldKeys {
  /** The element's key: the same for the same element, never reused for another. */
  of(element: HTMLElement): string;
  /** The element of a key; undefined when there never was one or it is gone for good. */
  find(key: string): HTMLElement | undefined;
}

/**
 * Names elements by a counter behind a prefix.
 *
 * @param prefix random and new for every page load, so that a key from an earlier load names nothing
 */
export function createFieldKeys(prefix: string): FieldKeys {
  const keys = new WeakMap<HTMLElement, string>();
  const elements = new Map<string, WeakRef<HTMLElement>>();
  let next = 1;
  return {
    of(element) {
      const known = keys.get(element);
      if (known !== undefined) return known;
      const key = `${prefix}.${next}`;
      next += 1;
      keys.set(element, key);
      elements.set(key, new WeakRef(element));
      return key;
    },
    find: (key) => elements.get(key)?.deref(),
  };
}
