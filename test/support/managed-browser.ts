import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch } from 'puppeteer';
import { findChromium } from './browser.ts';

/** The folder that Debian's Chromium reads policies from, one level up. */
const ETC = '/etc/chromium';

/** Debian wraps its browser in a script with the same name; both read the folder above. */
const PRIVATE_MOUNTS = ['unshare', '-m'] as const;

/** Why no browser can be given policies of its own here; null when it can. */
export function policyObstacle(): string | null {
  if (process.platform !== 'linux') return 'managed policies are tried on Linux only';
  if (!existsSync(ETC)) return `there is no ${ETC} to mount over`;
  const [command, ...args] = PRIVATE_MOUNTS;
  const tried = spawnSync(command, [...args, 'mount', '--bind', ETC, ETC]);
  return tried.status === 0 ? null : 'the right to mount in a namespace of one’s own is missing';
}

/** A folder of policies that one browser reads and no other. */
export interface PolicyFolder {
  /** Puts these policies in force, or takes them all away. */
  readonly set: (policies: object | null) => void;
  /** Starts a browser that is under them. */
  readonly browse: (options: {
    readonly profile: string;
    readonly hosts: Readonly<Record<string, number>>;
  }) => Promise<Browser>;
}

// Puppeteer switches all of these off by default; here they are the point.
const UNWANTED_DEFAULTS = [
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
];

const FLAGS = [
  '--ignore-certificate-errors',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
  '--disable-component-update',
];

/** Makes one below `root`. The host's own folder is never touched. */
export function policyFolder(root: string): PolicyFolder {
  const etc = join(root, 'etc');
  const managed = join(etc, 'policies', 'managed');
  mkdirSync(managed, { recursive: true });
  // Without it the browser hides the workers of extensions that a policy installed from debuggers.
  writeFileSync(join(managed, 'debugging.json'), JSON.stringify({ DeveloperToolsAvailability: 1 }));
  return {
    set: (policies) => exchange(join(managed, 'throughline.json'), policies),
    async browse({ profile, hosts }) {
      const chromium = await findChromium();
      if (chromium === null) throw new Error('no Chromium was found');
      const rules = Object.entries(hosts).map(
        ([host, port]) => `MAP ${host}:443 127.0.0.1:${port}`,
      );
      return launch({
        executablePath: wrapper(root, etc, chromium),
        headless: true,
        userDataDir: profile,
        ignoreDefaultArgs: UNWANTED_DEFAULTS,
        args: [
          `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
          ...FLAGS,
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ],
      });
    },
  };
}

/**
 * Exchanges the file in one step, with the time of the one before: the browser waits for five seconds
 * before it reads a file that is younger than the last one it saw.
 */
function exchange(path: string, policies: object | null): void {
  if (policies === null) {
    rmSync(path, { force: true });
    return;
  }
  const before = existsSync(path) ? statSync(path) : null;
  const next = `${path}.next`;
  writeFileSync(next, JSON.stringify(policies));
  if (before !== null) utimesSync(next, before.atime, before.mtime);
  renameSync(next, path);
}

/** A program that mounts the folder where only its own children see it, and becomes the browser. */
function wrapper(root: string, etc: string, chromium: string): string {
  const path = join(root, 'chromium');
  const mounted = `mount --bind '${etc}' ${ETC} && exec '${chromium}' "$@"`;
  const words = `#!/bin/sh\nexec ${PRIVATE_MOUNTS.join(' ')} -- sh -c ${quoted(mounted)} sh "$@"\n`;
  writeFileSync(path, words, { mode: 0o755 });
  return path;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
