import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT, runVisibly, SetupFailure, say } from './say.mjs';

const STAMP = join(ROOT, 'node_modules', '.throughline-installed');
const LOCK = join(ROOT, '.npm-install-lock');
const LOCK_IS_STALE_AFTER_MS = 15 * 60_000;

/** What an installation depends on: the lock file, the machine and the Node that compiles add-ons. */
function wanted() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

function installed() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null;
}

/** One installation at a time in a checkout; a lock left by a dead process is taken over. */
async function withLock(work) {
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch {
      const age = existsSync(LOCK) ? Date.now() - statSync(LOCK).mtimeMs : 0;
      if (age > LOCK_IS_STALE_AFTER_MS) rmSync(LOCK, { recursive: true, force: true });
      await pause(500);
    }
  }
  try {
    await work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

/**
 * Installs exactly what the lock file names, unless that is there already. The npm that runs this
 * script is used, under the machine's own Node: the packaged one is replaced by the installation.
 */
export async function installPackages() {
  if (installed() === wanted()) return;
  await withLock(async () => {
    if (installed() === wanted()) return;
    say('Installing the locked packages (about 600 MB, once; a minute or two) ...');
    const npm = process.env.npm_execpath;
    const node = process.env.npm_node_execpath ?? process.execPath;
    const args = ['ci', '--loglevel=error', '--no-progress'];
    const code = npm?.endsWith('.js')
      ? await runVisibly(node, [npm, ...args])
      : await runVisibly(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
    if (code !== 0) {
      throw new SetupFailure(
        `The packages could not be installed (npm ended with ${code}).`,
        'Check that this machine reaches an npm registry (npm ping) and has 2 GB of free disk, then run the command again.',
      );
    }
    writeFileSync(STAMP, wanted());
  });
}
