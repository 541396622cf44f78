import { createHash } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT, runVisibly, SetupFailure, say } from './say.mjs';

const STAMP = join(ROOT, 'node_modules', '.throughline-installed');
const LOCK = join(ROOT, '.npm-install-lock');

/** What an installation depends on: the lock file and the machine. */
function wanted() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

function installed() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The process that installs in this checkout now; null when none does, or it died over it. */
function installer() {
  try {
    const pid = Number(readFileSync(LOCK, 'utf8'));
    return pid > 0 && isAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** Takes the lock, complete with our process id, or says false when somebody holds it. */
function take() {
  const own = `${LOCK}.${process.pid}`;
  try {
    writeFileSync(own, String(process.pid));
    linkSync(own, LOCK);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new SetupFailure(
      `This folder can't be written to (${error.code}).`,
      'Make it writable and look that the disk is not full, then run the command again.',
    );
  } finally {
    rmSync(own, { force: true });
  }
}

/** One installation at a time in a checkout; what an interrupted one left behind is taken over. */
async function withLock(work) {
  let told = null;
  while (!take()) {
    const pid = installer();
    if (pid === null) rmSync(LOCK, { force: true });
    else if (pid !== told) say(`Waiting for process ${pid}, which installs the packages ...`);
    told = pid;
    await pause(500);
  }
  try {
    await work();
  } finally {
    rmSync(LOCK, { force: true });
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
