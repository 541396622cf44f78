import { backendOrigin } from '#shared/contracts/backend-address.ts';
import {
  MANAGED_SETTINGS,
  type ManagedKey,
  type ManagedValues,
} from '#shared/contracts/managed-settings.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { EXTENSION_ID } from '../crx/extension-id.ts';
import { ExtensionVersion } from '../crx/manifest.ts';
import { updateAddress } from '../releases/addresses.ts';

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

/** Why nothing is generated. */
export type PolicyRefusal =
  | { readonly reason: 'server' | 'extensionId' | 'minimumVersion' | 'firefoxInstallUrl' }
  | { readonly reason: 'unknownKey' | 'badValue'; readonly key: string };

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** Checks what was typed by the contract, all of it, before anything is written. */
export function policySource(wanted: WantedPolicy): Result<PolicySource, PolicyRefusal> {
  const server = backendOrigin(wanted.server);
  if (!server.ok) return refuse({ reason: 'server' });
  if (!EXTENSION_ID.test(wanted.extensionId)) return refuse({ reason: 'extensionId' });
  const minimumVersion = wanted.minimumVersion ?? null;
  const isVersion = minimumVersion === null || ExtensionVersion.safeParse(minimumVersion).success;
  if (!isVersion) return refuse({ reason: 'minimumVersion' });
  const firefoxInstallUrl = wanted.firefoxInstallUrl ?? null;
  const isUrl = firefoxInstallUrl === null || URL.parse(firefoxInstallUrl)?.protocol === 'https:';
  if (!isUrl) return refuse({ reason: 'firefoxInstallUrl' });
  const settings = settingsIn(new Map([['backendAddress', server.value], ...wanted.settings]));
  if (!settings.ok) return settings;
  const updateUrl = new URL(updateAddress(server.value, settings.value.updateChannel ?? 'stable'));
  const group = wanted.group ?? null;
  if (group !== null) updateUrl.searchParams.set('group', group);
  return ok({
    extensionId: wanted.extensionId,
    updateUrl: updateUrl.href,
    settings: settings.value,
    blockOthers: wanted.blockOthers ?? false,
    minimumVersion,
    firefoxInstallUrl,
  });
}

function settingsIn(
  typed: ReadonlyMap<string, string>,
): Result<Partial<ManagedValues>, PolicyRefusal> {
  const keys = Object.keys(MANAGED_SETTINGS);
  const unknown = [...typed.keys()].find((key) => !keys.includes(key));
  if (unknown !== undefined) return refuse({ reason: 'unknownKey', key: unknown });
  const settings: [string, unknown][] = [];
  for (const [key, schema] of Object.entries(MANAGED_SETTINGS)) {
    const text = typed.get(key) ?? '';
    if (text === '') continue;
    const parsed = schema.safeParse(readingsOf(key, text));
    const isAddress = key !== 'backendAddress' || backendOrigin(text).ok;
    if (!parsed.success || !isAddress) return refuse({ reason: 'badValue', key });
    settings.push([key, parsed.data]);
  }
  // Each value was parsed by the schema of its own key.
  return ok(Object.fromEntries(settings) as Partial<ManagedValues>);
}

/** What a text stands for under its key: a number, yes or no, a list or the text itself. */
function readingsOf(key: string, text: string): unknown {
  if (key === 'lockAfterIdleMinutes') return /^\d+$/.test(text) ? Number(text) : text;
  if (key === 'allowedEhrs') return text === 'none' ? [] : text.split(',').map((one) => one.trim());
  return BOOLEANS[text] ?? text;
}

/** A refusal as an admin reads it. */
export function policyRefusalText(refusal: PolicyRefusal): string {
  if (refusal.reason === 'unknownKey') return `There is no setting named ${refusal.key}.`;
  if (refusal.reason === 'badValue') return `This value can’t be used for ${refusal.key}.`;
  return {
    server: 'The server must be an https address without a path (http only for 127.0.0.1).',
    extensionId:
      'The extension’s id is 32 letters from a to p. npm run release -- list shows it; without releases, name it.',
    minimumVersion: 'The minimum version must be up to four numbers with dots between them.',
    firefoxInstallUrl: 'The address of the Firefox add-on must begin with https.',
  }[refusal.reason];
}
