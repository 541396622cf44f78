import type { PolicySource } from './source.ts';

/** One file of a platform. */
export interface PolicyFile {
  /** Its name, with the folder that it belongs into where the platform asks for one. */
  readonly name: string;
  readonly content: string;
  /** Windows' registry editor reads UTF-16 with a byte order mark. */
  readonly encoding: 'utf8' | 'utf16le';
}

/** `ExtensionSettings` of Chrome, Chromium and Edge. */
export type ExtensionSettings = Readonly<
  Record<string, Readonly<Record<string, string | boolean>>>
>;

/**
 * The extension installed by force from the practice's own server. Without `override_update_url` the
 * address would count for the first install only.
 */
export function extensionSettings(source: PolicySource): ExtensionSettings {
  const { extensionId, updateUrl, minimumVersion, blockOthers } = source;
  return {
    [extensionId]: {
      installation_mode: 'force_installed',
      update_url: updateUrl,
      override_update_url: true,
      ...(minimumVersion === null ? {} : { minimum_version_required: minimumVersion }),
    },
    ...(blockOthers ? { '*': { installation_mode: 'blocked' } } : {}),
  };
}

/** A JSON file with a line a member. */
export function jsonFile(name: string, value: unknown): PolicyFile {
  return { name, content: `${JSON.stringify(value, null, 2)}\n`, encoding: 'utf8' };
}

/** Both parts in one file: how Chromium, Chrome and Edge read policies on Linux. */
export function managedJson(source: PolicySource): unknown {
  const { extensionId, settings } = source;
  return {
    ExtensionSettings: extensionSettings(source),
    '3rdparty': { extensions: { [extensionId]: settings } },
  };
}
