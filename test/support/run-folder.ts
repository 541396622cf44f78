import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run's own, gone when the run ends. */
    readonly runFolder: string;
  }
}

/**
 * Gives the tests of a run one folder for what they share, such as the extension's build, so that
 * two runs at once never meet. Vitest calls it before the first test, and what it returns after
 * the last one.
 */
export default function makeRunFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-run-'));
  // A database in it runs as a user of its own, who must be able to pass through.
  chmodSync(folder, 0o711);
  project.provide('runFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
