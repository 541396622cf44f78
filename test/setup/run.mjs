// Prepares a bare machine, then runs one of the project's programs under the Node that the lock
// file names. Plain JavaScript without dependencies: it is what runs before anything is installed.
//
//   node test/setup/run.mjs <program.ts> [arguments]

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { findOrInstallChromium } from './chromium.mjs';
import { installPackages } from './packages.mjs';
import { ROOT, SetupFailure } from './say.mjs';

const OLDEST_NODE = 20;

/** The Node that the packages brought, or this one when it is new enough. */
function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(ROOT, 'node_modules', 'node', 'bin', name);
  if (existsSync(packaged)) return packaged;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;
  throw new SetupFailure(
    'Node 24 could not be installed through npm.',
    'Install Node 22.12 or newer from nodejs.org, delete node_modules and run the command again.',
  );
}

/** Runs the program with the project's own tools first on PATH, and ends as it ends. */
function runProgram(node, chromium, [program, ...rest]) {
  const bin = [join(ROOT, 'node_modules', 'node', 'bin'), join(ROOT, 'node_modules', '.bin')];
  const child = spawn(node, [join(ROOT, program), ...rest], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [...bin, process.env.PATH ?? ''].join(delimiter),
      ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }),
    },
  });
  // A terminal sends Ctrl+C to the program as well; a second one would end it before it is done.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}

async function main() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE) {
    throw new SetupFailure(
      `This is Node ${process.versions.node}; the set-up needs Node ${OLDEST_NODE} or newer.`,
      'Install a newer Node from nodejs.org and run the command again.',
    );
  }
  await installPackages();
  const needsBrowser = !process.argv[2]?.startsWith('backend/');
  const node = projectNode();
  const chromium = needsBrowser ? await findOrInstallChromium(node) : null;
  runProgram(node, chromium, process.argv.slice(2));
}

main().catch((failure) => {
  const known = failure instanceof SetupFailure;
  process.stderr.write(known ? `\n${failure.message}\n${failure.remedy}\n` : `${failure?.stack}\n`);
  process.exit(1);
});
