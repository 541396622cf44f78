import { build } from 'plist';
import { escapeXml } from '../xml.ts';
import { ADML, ADMX } from './admx.ts';
import { extensionSettings, managedJson } from './chromium.ts';
import { fileName, jsonFile, type PolicyFile } from './file.ts';
import { registryFile } from './registry-file.ts';
import type { PolicySource } from './source.ts';

/** The id by which Firefox knows the add-on; it stands in the manifest. */
export const FIREFOX_ID = 'extension@throughline.example';

/** A configuration profile: what Chrome installs, and the settings in a domain of their own. */
const PROFILE: PolicyFile = {
  name: 'throughline.mobileconfig',
  mediaType: 'application/x-apple-aspen-config',
  encoding: 'utf8',
  content: (source) => `${build(profile(source))}\n`,
};

/** The files of every platform, each made from the same source. */
export const PLATFORMS = {
  linux: [jsonFile('throughline.json', managedJson)],
  'windows-reg': [registryFile('chrome')],
  'windows-gpo': [ADMX, ADML],
  macos: [PROFILE],
  'google-admin': [
    jsonFile('google-admin-settings.json', wrapped),
    jsonFile('google-admin-app.json', ({ extensionId, updateUrl }) => ({
      id: extensionId,
      url: updateUrl,
    })),
  ],
  intune: [jsonFile('intune-custom-profile.json', omaSettings)],
  edge: [jsonFile('throughline-edge.json', managedJson), registryFile('edge')],
  firefox: [jsonFile('policies.json', firefoxPolicies)],
} as const satisfies Record<string, readonly PolicyFile[]>;

/** A platform that files are made for. */
export type Platform = keyof typeof PLATFORMS;

/** Whether a word names a platform. */
export function isPlatform(word: string): word is Platform {
  return Object.hasOwn(PLATFORMS, word);
}

/** Every platform. */
export const EVERY_PLATFORM: readonly Platform[] = Object.keys(PLATFORMS).filter(isPlatform);

/** A file with the platform that it is for. */
export interface FileOfPlatform {
  readonly platform: Platform;
  readonly file: PolicyFile;
}

const BY_NAME: ReadonlyMap<string, FileOfPlatform> = new Map(
  EVERY_PLATFORM.flatMap((platform) =>
    PLATFORMS[platform].map((file) => [fileName(file), { platform, file }] as const),
  ),
);

/** The file that is downloaded under a name; null for a name that none has. */
export function fileNamed(name: string): FileOfPlatform | null {
  return BY_NAME.get(name) ?? null;
}

function profile(source: PolicySource) {
  const { extensionId, settings } = source;
  const domains: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['com.google.Chrome', { ExtensionSettings: extensionSettings(source) }],
    [`com.google.Chrome.extensions.${extensionId}`, settings],
  ];
  const payloads = domains.map(([domain, content], index) => ({
    PayloadType: domain,
    PayloadVersion: 1,
    PayloadIdentifier: `example.throughline.${domain}`,
    PayloadUUID: payloadId(index + 1),
    PayloadEnabled: true,
    ...content,
  }));
  return {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadScope: 'System',
    PayloadIdentifier: 'example.throughline',
    PayloadUUID: payloadId(0),
    PayloadDisplayName: 'Throughline',
    PayloadContent: payloads,
  };
}

/** The same in every profile, so that a later one takes the place of the former. */
function payloadId(index: number): string {
  return `7B1D0E52-0C1E-4B7A-9D5F-00000000000${index}`;
}

function wrapped({ settings }: PolicySource): unknown {
  return Object.fromEntries(Object.entries(settings).map(([key, Value]) => [key, { Value }]));
}

/** A custom profile: Chrome's template is known to Intune, ours is handed over with it. */
function omaSettings(source: PolicySource): unknown {
  const area = './Device/Vendor/MSFT/Policy';
  const ours = Object.entries(source.settings).map(([key, value]) => ({
    omaUri: `${area}/Config/Throughline~Policy~Throughline/${key}`,
    dataType: 'String',
    value:
      typeof value === 'boolean'
        ? `<${value ? 'enabled' : 'disabled'}/>`
        : `<enabled/><data id="${key}" value="${escapeXml(typeof value === 'object' ? JSON.stringify(value) : String(value))}"/>`,
  }));
  const installed = escapeXml(JSON.stringify(extensionSettings(source)));
  return [
    {
      omaUri: `${area}/ConfigOperations/ADMXInstall/Throughline/Policy/Throughline`,
      dataType: 'String',
      value: ADMX.content(source),
    },
    {
      omaUri: `${area}/Config/Chrome~Policy~googlechrome~Extensions/ExtensionSettings`,
      dataType: 'String',
      value: `<enabled/><data id="ExtensionSettings" value="${installed}"/>`,
    },
    ...ours,
  ];
}

function firefoxPolicies({ settings, firefoxInstallUrl, blockOthers }: PolicySource): unknown {
  const installed =
    firefoxInstallUrl === null
      ? {}
      : { [FIREFOX_ID]: { installation_mode: 'force_installed', install_url: firefoxInstallUrl } };
  const others = blockOthers ? { '*': { installation_mode: 'blocked' } } : {};
  return {
    policies: {
      ExtensionSettings: { ...installed, ...others },
      '3rdparty': { Extensions: { [FIREFOX_ID]: settings } },
    },
  };
}
