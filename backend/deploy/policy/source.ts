import { backendOrigin } from '#shared/contracts/backend-address.ts';
import type { ManagedKey } from '#shared/contracts/managed-settings.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { EXTENSION_ID } from '../crx/extension-id.ts';
import { ExtensionVersion } from '../crx/manifest.ts';
import { updateAddress } from '../releases/addresses.ts';
import { isWritable, type SettingRefusal, typedSettings, WRITTEN } from './typed-settings.ts';

/** One value of a policy, as JSON has it. */
export type PolicyValue = string | number | boolean | readonly string[];

/** What every file of every platform is made from. */
export interface PolicySource {
  readonly extensionId: string;
  /** Address of the update manifest. */
  readonly updateUrl: string;
  /** What is set, each value by the contract; in the contract's order. */
  readonly settings: Readonly<Partial<Record<ManagedKey, PolicyValue>>>;
  /** Whether all other extensions are blocked. */
  readonly blockOthers: boolean;
  /** Older versions are switched off; null for none. */
  readonly minimumVersion: string | null;
  /** Where Firefox finds the signed add-on; null where Firefox is not used. */
  readonly firefoxInstallUrl: string | null;
}

/** What somebody asks for, as it was typed. */
export interface WantedPolicy {
  readonly server: string;
  readonly extensionId: string;
  /** Text by key; an empty text is "not set". */
  readonly settings: ReadonlyMap<string, string>;
  readonly blockOthers?: boolean;
  readonly minimumVersion?: string | null;
  readonly firefoxInstallUrl?: string | null;
  /** Tells groups of browsers apart in a staged rollout. */
  readonly group?: string | null;
}

/** Longest name of a group of browsers, in UTF-16 code units. */
export const LONGEST_GROUP = 60;

const OPTIONS = ['server', 'extensionId', 'minimumVersion', 'firefoxInstallUrl', 'group'] as const;

/** What can be wrong beside the settings. */
type Option = (typeof OPTIONS)[number];

/** Why nothing is generated. */
export type PolicyRefusal = { readonly reason: Option } | SettingRefusal;

/**
 * Checks what was typed by the contract, all of it, before anything is written. A refusal names
 * everything that can't be used.
 */
export function policySource(wanted: WantedPolicy): Result<PolicySource, readonly PolicyRefusal[]> {
  const { extensionId, minimumVersion = null, firefoxInstallUrl = null, group = null } = wanted;
  const server = backendOrigin(wanted.server);
  const address = server.ok ? server.value : '';
  const settings = typedSettings(new Map([['backendAddress', address], ...wanted.settings]));
  const refused = optionsRefused(wanted).map((reason) => ({ reason }));
  if (!settings.ok) return refuse([...refused, ...settings.refusal]);
  if (refused.length > 0) return refuse(refused);
  const updateUrl = new URL(updateAddress(address, settings.value.updateChannel ?? 'stable'));
  if (group !== null) updateUrl.searchParams.set('group', group);
  return ok({
    extensionId,
    updateUrl: updateUrl.href,
    settings: settings.value,
    blockOthers: wanted.blockOthers ?? false,
    minimumVersion,
    firefoxInstallUrl,
  });
}

function optionsRefused(wanted: WantedPolicy): readonly Option[] {
  const { server, extensionId, minimumVersion = null, firefoxInstallUrl = null } = wanted;
  const holds: Readonly<Record<Option, boolean>> = {
    server: backendOrigin(server).ok,
    extensionId: EXTENSION_ID.test(extensionId),
    minimumVersion: minimumVersion === null || ExtensionVersion.safeParse(minimumVersion).success,
    firefoxInstallUrl: firefoxInstallUrl === null || isSecure(firefoxInstallUrl),
    group: isGroup(wanted.group ?? ''),
  };
  return OPTIONS.filter((option) => !holds[option]);
}

function isSecure(address: string): boolean {
  return isWritable(address) && URL.parse(address)?.protocol === 'https:';
}

function isGroup(group: string): boolean {
  return group.length <= LONGEST_GROUP && isWritable(group);
}

/** A refusal as an admin reads it. */
export function policyRefusalText(refusal: PolicyRefusal): string {
  if (refusal.reason === 'unknownKey') {
    return `There is no setting named ${refusal.key}. There are: ${Object.keys(WRITTEN).join(', ')}.`;
  }
  if (refusal.reason === 'badValue') {
    return `This value can’t be used for ${refusal.key}. Write ${WRITTEN[refusal.key]}.`;
  }
  return {
    server: 'The server must be an https address without a path (http only for 127.0.0.1).',
    extensionId:
      'The extension’s id is 32 letters from a to p. npm run release -- list shows it; without releases, name it.',
    minimumVersion: 'The minimum version must be up to four numbers with dots between them.',
    firefoxInstallUrl: 'The address of the Firefox add-on must begin with https.',
    group: `The name of a group has up to ${LONGEST_GROUP} characters.`,
  }[refusal.reason];
}
