import type { PolicySource } from './source.ts';

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

/** Both parts in one file: how Chromium, Chrome and Edge read policies on Linux. */
export function managedJson(source: PolicySource): unknown {
  const { extensionId, settings } = source;
  return {
    ExtensionSettings: extensionSettings(source),
    '3rdparty': { extensions: { [extensionId]: settings } },
  };
}
