import { extensionSettings } from './chromium.ts';
import type { PolicyFile } from './file.ts';
import type { PolicySource, PolicyValue } from './source.ts';

/** Where a browser of the family looks in the registry. */
export const REGISTRY = {
  chrome: {
    root: String.raw`Software\Policies\Google\Chrome`,
    thirdParty: String.raw`3rdparty\extensions`,
  },
  edge: {
    root: String.raw`Software\Policies\Microsoft\Edge`,
    thirdParty: String.raw`3rdparty\Extensions`,
  },
} as const;

/** A browser whose policies lie in the registry. */
export type RegistryBrowser = keyof typeof REGISTRY;

/** The key under which the extension's own settings lie. */
export function settingsKey(browser: RegistryBrowser, extensionId: string): string {
  const { root, thirdParty } = REGISTRY[browser];
  return `${root}\\${thirdParty}\\${extensionId}\\policy`;
}

/** A `.reg` file with everything that the policy sets. */
export function registryFile(browser: RegistryBrowser): PolicyFile {
  return {
    name: `throughline-${browser}.reg`,
    mediaType: 'text/x-ms-regedit',
    encoding: 'utf16le',
    content: (source) => registryText(browser, source),
  };
}

function registryText(browser: RegistryBrowser, source: PolicySource): string {
  const { extensionId, settings } = source;
  const values = Object.entries(settings).map(([key, value]) => `"${key}"=${registryValue(value)}`);
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    machineKey(REGISTRY[browser].root),
    `"ExtensionSettings"=${quoted(JSON.stringify(extensionSettings(source)))}`,
    '',
    machineKey(settingsKey(browser, extensionId)),
    ...values,
    '',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Yes and no are numbers, lists are strings that hold JSON: so the browsers read them. */
export function registryValue(value: PolicyValue): string {
  if (typeof value === 'boolean') return dword(value ? 1 : 0);
  if (typeof value === 'number') return dword(value);
  return quoted(typeof value === 'string' ? value : JSON.stringify(value));
}

function machineKey(path: string): string {
  return `[HKEY_LOCAL_MACHINE\\${path}]`;
}

function dword(value: number): string {
  return `dword:${value.toString(16).padStart(8, '0')}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
