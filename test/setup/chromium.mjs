import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { ROOT, runVisibly, SetupFailure, say } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const DOWNLOADS = join(homedir(), '.cache', 'throughline', 'browsers');

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser that was downloaded by an earlier run: the newest one. */
function downloaded() {
  const folder = join(DOWNLOADS, 'chrome');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .toReversed()
    .flatMap((build) => [
      join(folder, build, 'chrome-linux64', 'chrome'),
      join(folder, build, 'chrome-win64', 'chrome.exe'),
      join(
        folder,
        build,
        'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ),
      join(
        folder,
        build,
        'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ),
    ]);
}

function find() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...FIXED_PLACES, ...downloaded()].find(isExecutable) ?? null;
}

/** Debian and Ubuntu package it; needs the rights to install packages. */
async function installFromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  if (!isExecutable('/usr/bin/apt-get')) return;
  say('No Chrome or Chromium found: installing the chromium package (about 100 MB, once) ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runVisibly('apt-get', ['update', '-qq'], { env });
  await runVisibly(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    { env },
  );
}

/** Elsewhere a Chrome for Testing is downloaded into the user's cache folder. */
async function download(node) {
  say('No Chrome or Chromium found: downloading Chrome for Testing (about 150 MB, once) ...');
  mkdirSync(DOWNLOADS, { recursive: true });
  const cli = createRequire(join(ROOT, 'package.json')).resolve('@puppeteer/browsers/package.json');
  const program = join(cli, '..', 'lib', 'main-cli.js');
  if (!existsSync(program)) return;
  await runVisibly(node, [program, 'install', 'chrome@stable', '--path', DOWNLOADS]);
}

/**
 * Path of a Chrome or Chromium: the one that CHROMIUM_PATH names, one of the machine's, or one
 * installed now (a download runs under `node`). Throws a {@link SetupFailure} that says what to do when there is none to be had.
 */
export async function findOrInstallChromium(node) {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new SetupFailure(
      `CHROMIUM_PATH names ${named}, which can't be run.`,
      'Correct it, or unset it to let the set-up look for a browser.',
    );
  }
  const present = find();
  if (present !== null) return present;
  await installFromDebian();
  const packaged = find();
  if (packaged !== null) return packaged;
  await download(node);
  const fetched = find();
  if (fetched !== null) return fetched;
  throw new SetupFailure(
    'No Chrome or Chromium was found, and none could be installed.',
    'Install one (Debian or Ubuntu: sudo apt-get install chromium; elsewhere: google.com/chrome), or set CHROMIUM_PATH to one, then run the command again.',
  );
}
