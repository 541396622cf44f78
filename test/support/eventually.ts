import { vi } from 'vitest';

/** No verdict rests on it: it ends a wait for what never comes, also on a busy machine. */
const PATIENCE_MS = 60_000;

/** Tries an assertion again and again until it holds; throws its last failure when it never does. */
export function eventually(assertion: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(assertion, { timeout: PATIENCE_MS });
}
