import { backendOrigin } from '#shared/contracts/backend-address.ts';
import {
  IF_REFUSED,
  MANAGED_KEYS,
  type ManagedKey,
  type ManagedValues,
  SAFEST,
} from '#shared/contracts/managed-settings.ts';
import type {
  AllSettings,
  PersonalKey,
  PolicyStanding,
  SettingInUse,
  SettingsInUse,
} from '../../messages/settings.ts';
import type { ServerSettings } from '../../messages/worker.ts';
import { type Policy, policyIn } from './policy.ts';
import { stillRestricted } from './restrictions.ts';

/** What a person chose in this browser; a key that is absent was not chosen. */
export type PersonChoices = { readonly [Key in PersonalKey]?: ManagedValues[Key] | undefined } & {
  readonly backendAddress?: string | undefined;
};

/** All that decides which settings hold. */
export interface SettingsSources {
  /** `storage.managed` as it is now: empty for seconds after a first start, or for good. */
  readonly managed: unknown;
  /** What could be used of the policies until now; null when this browser never had one. */
  readonly remembered: unknown;
  /** Whether a policy was here since the browser started. */
  readonly seenInSession: boolean;
  /** True when the browser says that a policy installed the extension. */
  readonly installedByPolicy: boolean;
  readonly person: PersonChoices;
  /** The origin that the build was made for. */
  readonly build: string;
}

/**
 * The settings that hold. Policy, then person, then default; but where a practice manages the
 * extension a person's choice counts for nothing, and a key that its policy lacks, or that can't be
 * used, has the safest value, or what it last restricted where that is narrower: an empty policy
 * can't be told from one that has not arrived, nor a key that was taken out from one that the browser
 * dropped. While the policy is away, what it restricted stays so, and no server is used.
 */
export function settingsInUse(sources: SettingsSources): AllSettings {
  const present = policyIn(sources.managed);
  const standing = standingOf(sources, present);
  if (standing === 'none') return { standing, settings: unmanaged(sources) };
  const remembered = policyIn(sources.remembered);
  const settings =
    standing === 'present' ? managed(present, stillRestricted(remembered)) : managed(remembered);
  const backendAddress = { value: null, source: 'safest' } as const;
  return {
    standing,
    settings: standing === 'present' ? settings : { ...settings, backendAddress },
  };
}

function standingOf(
  { remembered, seenInSession, installedByPolicy }: SettingsSources,
  present: Policy,
): PolicyStanding {
  if (Object.keys(present).length > 0) return 'present';
  if (!installedByPolicy && remembered === null) return 'none';
  return seenInSession ? 'removed' : 'waiting';
}

function managed(policy: Policy, before: Policy = {}): SettingsInUse {
  return each((key) => {
    const [one, last] = [policy[key], before[key]];
    if (one === 'refused') return { value: refusedValue(key, last), source: 'refused' };
    if (one !== undefined) return { value: one.value, source: 'policy' };
    return last === undefined || last === 'refused'
      ? { value: SAFEST[key], source: 'safest' }
      : { value: last.value, source: 'remembered' };
  });
}

function refusedValue(key: ManagedKey, last: Policy[ManagedKey]): unknown {
  const isNone = key === 'allowedEhrs' || last === undefined || last === 'refused';
  return isNone ? IF_REFUSED[key] : last.value;
}

function unmanaged({ person, build }: SettingsSources): SettingsInUse {
  const named = person.backendAddress === undefined ? null : backendOrigin(person.backendAddress);
  const chosen: Readonly<Record<string, unknown>> = {
    ...person,
    backendAddress: named?.ok === true ? named.value : undefined,
  };
  // Nobody restricts a browser of one's own: the sealed cache bridges outages there.
  const standard = { ...SAFEST, backendAddress: build, offlineCache: true };
  return each((key) =>
    chosen[key] === undefined
      ? { value: standard[key], source: 'standard' }
      : { value: chosen[key], source: 'person' },
  );
}

/** One entry for every key; each value was parsed, or stands in a table, under its own key. */
function each(of: (key: ManagedKey) => SettingInUse<unknown>): SettingsInUse {
  return Object.fromEntries(MANAGED_KEYS.map((key) => [key, of(key)])) as SettingsInUse;
}

/** The server of these settings, before the browser was asked whether it may be reached. */
export function serverOf({ standing, settings }: AllSettings): ServerSettings {
  const { value, source } = settings.backendAddress;
  const backend = value;
  if (standing === 'waiting')
    return { backend: null, source: 'policy', problem: 'waitingForPractice' };
  if (standing === 'removed') return { backend: null, source: 'policy', problem: 'policyRemoved' };
  if (source === 'refused') return { backend: null, source: 'policy', problem: 'policyRefused' };
  if (source === 'safest')
    return { backend: null, source: 'policy', problem: 'waitingForPractice' };
  if (source === 'policy') return { backend, source, problem: null };
  return { backend, source: source === 'person' ? 'person' : 'build', problem: null };
}
