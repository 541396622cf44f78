import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** Where Debian's packages put the extensions that they bring for Chromium. */
export const INSTALLED_EXTENSIONS = '/usr/share/chromium/extensions';

/**
 * Real extensions that work in every page, as many people have them: a password manager that looks for
 * fields, and a keyboard navigator. By the folder that their Debian package gives them.
 */
const OTHERS = [
  { name: 'keepassxcBrowser', folder: 'keepassxc-browser' },
  { name: 'vimium', folder: 'vimium' },
] as const;

/** Chromium 139 and later load no other. */
const LOADABLE_MANIFEST = 3;

/** The part of a manifest that decides whether an extension can run here. */
const Manifest = z.object({ manifest_version: z.number(), version: z.string() });

/** What runs in the pages of one browser. */
export interface Contestant {
  readonly name: string;
  /** Folder of the unpacked extension; null for a browser without any. */
  readonly directory: string | null;
  /** As the extension's manifest says; null without an extension. */
  readonly version: string | null;
}

/** The real extensions that can be measured here, and a word for each that can't. */
export interface FoundOthers {
  readonly contestants: readonly Contestant[];
  /** By name, why one is left out. */
  readonly skipped: Readonly<Record<string, string>>;
}

/** Looks for the other extensions in one folder; nothing is ever downloaded. */
export function findOthers(folder: string): FoundOthers {
  const found = OTHERS.map(({ name, folder: own }) => contestantIn(name, join(folder, own)));
  return {
    contestants: found.filter((one) => typeof one !== 'string'),
    skipped: Object.fromEntries(
      OTHERS.flatMap(({ name }, index) => {
        const why = found[index];
        return typeof why === 'string' ? [[name, why]] : [];
      }),
    ),
  };
}

/** An extension's version, as its manifest says. */
export function versionOf(directory: string): string {
  return manifestIn(directory).version;
}

function contestantIn(name: string, directory: string): Contestant | string {
  if (!existsSync(join(directory, 'manifest.json'))) return `not there: ${directory}`;
  const { manifest_version: form, version } = manifestIn(directory);
  if (form === LOADABLE_MANIFEST) return { name, directory, version };
  return `version ${version} has a manifest of form ${form}, which Chromium no longer loads`;
}

function manifestIn(directory: string): z.infer<typeof Manifest> {
  return Manifest.parse(JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')));
}
