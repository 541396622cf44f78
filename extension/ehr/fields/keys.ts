/** Gives elements opaque names that mean nothing outside this page load. */
export interface FieldKeys {
  /** The element's key: the same for the same element, never reused for another. */
  of(element: Element): string;
}

/**
 * Names elements by a counter behind a prefix.
 *
 * @param prefix random and new for every page load, so that a key from an earlier load names nothing
 */
export function createFieldKeys(prefix: string): FieldKeys {
  const keys = new WeakMap<Element, string>();
  let next = 1;
  return {
    of(element) {
      const known = keys.get(element);
      if (known !== undefined) return known;
      const key = `${prefix}.${next}`;
      next += 1;
      keys.set(element, key);
      return key;
    },
  };
}
