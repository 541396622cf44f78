import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../setup/build.ts', import.meta.url));

/** A production build of the extension in a folder of its own. */
export interface ExtensionBuild {
  /** The unpacked extension. */
  readonly directory: string;
  readonly remove: () => void;
}

/**
 * Builds the extension exactly as it ships, but outside the checkout, so that two runs at once
 * don't write into each other's build. Throws with the builder's words when it fails.
 */
export async function buildExtension(): Promise<ExtensionBuild> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-extension-'));
  return {
    directory: await buildInto(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * The build of a run of tests: made by the first test file that asks, taken by the others. The
 * value is the folder of the unpacked extension, inside the given one.
 */
export async function sharedBuild(runFolder: string): Promise<string> {
  const made = join(runFolder, 'extension');
  if (existsSync(made)) return made;
  const built = await buildInto(mkdtempSync(join(runFolder, 'build-')));
  try {
    // Appears under its name only when complete.
    renameSync(built, made);
  } catch (error) {
    // Another file was faster: its build is the same, and the run's folder takes this one along.
    if (!existsSync(made)) throw error;
  }
  return made;
}

async function buildInto(folder: string): Promise<string> {
  const { code, words } = await run([BUILD, '--out', folder, 'chrome']);
  if (code !== 0) throw new Error(`The extension could not be built.\n${words}`);
  return join(folder, 'chrome-mv3');
}

/** The builder draws a spinner wherever it writes: it is listened to, not shown. */
function run(args: readonly string[]): Promise<{ code: number | null; words: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        words += chunk.toString();
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, words }));
  });
}
