import * as fc from 'fast-check';
import { serverOf } from '#extension/local/settings/in-use.ts';
import { createPracticeSettings } from '#extension/local/settings/practice-settings.ts';
import type { AllSettings, SettingInUse } from '#extension/messages/settings.ts';
import {
  LONGEST_IDLE_MINUTES,
  MANAGED_KEYS,
  MANAGED_SETTINGS,
  type ManagedKey,
} from '#shared/contracts/managed-settings.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { BUILD } from '#test/support/settings-scene.ts';
import type { Outcome, Play } from './report.ts';

type Policy = Readonly<Record<string, unknown>>;

const EHRS = ['simplepractice', 'therapynotes', 'sessionshealth'];
const words = fc.string({ minLength: 1, maxLength: 200 });

/** Values that can be used, by key. */
const GOOD: { readonly [Key in ManagedKey]: fc.Arbitrary<unknown> } = {
  backendAddress: fc.webAuthority().map((host) => `https://${host.replace(/^.*@/, '')}`),
  allowedEhrs: fc.subarray(EHRS),
  defaultShape: fc.constantFrom('narrative', 'soap', 'dap', 'birp'),
  defaultAudience: fc.constantFrom('chart', 'supervisor', 'clientLetter'),
  lockAfterIdleMinutes: fc.integer({ min: 1, max: LONGEST_IDLE_MINUTES }),
  offlineCache: fc.boolean(),
  safeViewDuringTelehealth: fc.boolean(),
  updateChannel: fc.constantFrom('stable', 'early'),
  supportContact: words,
  bannerText: words,
};

/** Wrong types, out of range, not a member, too long. */
const BAD: { readonly [Key in ManagedKey]: fc.Arbitrary<unknown> } = {
  backendAddress: fc.constantFrom('http://a.example', 'https://a.example/x', 'a', '', 7, null, {}),
  allowedEhrs: fc.constantFrom(['other'], ['simplepractice', 'other'], 'simplepractice', {}, null),
  defaultShape: fc.constantFrom('SOAP', '', 1, null, ['soap']),
  defaultAudience: fc.constantFrom('public', 0, false, null),
  lockAfterIdleMinutes: fc.constantFrom(0, -1, 61, 1e9, 1.5, '10', null, true),
  offlineCache: fc.constantFrom('true', 1, null, {}),
  safeViewDuringTelehealth: fc.constantFrom('false', 0, null, []),
  updateChannel: fc.constantFrom('beta', '', 1, null),
  supportContact: fc.constantFrom('', 'x'.repeat(201), 7, null),
  bannerText: fc.constantFrom('', 'x'.repeat(201), true, null),
};

const UNKNOWN = fc.constantFrom('alertsOff', 'auditOff', 'lockOff', '__proto__', 'constructor', '');

const goodPolicy = fc.record(GOOD, { requiredKeys: ['backendAddress'] });

/** A good policy in which some keys are missing, some are bad, and some are nobody's. */
const brokenPolicy = fc
  .tuple(goodPolicy, fc.record(BAD, { requiredKeys: [] }), fc.subarray([...MANAGED_KEYS]), UNKNOWN)
  .map(([good, bad, missing, unknown]) => {
    const kept = Object.entries(good).filter(([key]) => !missing.some((one) => one === key));
    return Object.fromEntries([...kept, ...Object.entries(bad), [unknown, true]]);
  });

/** What many policies came to. */
export interface PolicyOutcome extends Outcome {
  readonly good: number;
  readonly broken: number;
  /** Seed and policies of what did not hold. Must be empty; the first few. */
  readonly wrong: readonly string[];
}

/** Policies that follow each other in one browser, and which of them are good ones. */
const LIFE = 7;
const GOOD_AT = new Set([0, 4]);

/** What a person chose in this browser before the practice managed it: it counts for nothing. */
const PERSON = {
  backendAddress: 'https://person.example',
  settingChoices: { lockAfterIdleMinutes: 60, offlineCache: true, safeViewDuringTelehealth: false },
};

/**
 * Reads many random policies, seven in turn in one browser that is started anew for each. A key has
 * the practice's value; where that is missing or wrong it is never wider than the last good one, nor
 * than what protects people; and no server of anybody else is used.
 */
export async function readPolicies({ seed, count }: Play): Promise<PolicyOutcome> {
  const isGood = Array.from({ length: count }, (_, at) => GOOD_AT.has(at % LIFE));
  const good = isGood.filter(Boolean).length;
  const goodOnes = fc.sample(goodPolicy, { seed, numRuns: good }).values();
  const brokenOnes = fc.sample(brokenPolicy, { seed: seed + 1, numRuns: count - good }).values();
  const policies = isGood.map((is): Policy => (is ? goodOnes : brokenOnes).next().value ?? {});
  const wrong: string[] = [];
  for (let at = 0; at < count; at += LIFE) {
    const life = policies.slice(at, at + LIFE);
    const faults = await faultsIn(life);
    wrong.push(...faults.map((fault) => `seed ${seed}: ${fault} ${JSON.stringify(life)}`));
  }
  const broken = count - good;
  return { tried: count, good, broken, wrong: wrong.slice(0, 20), ok: wrong.length === 0 };
}

/** What did not hold while policies followed each other in one browser. */
async function faultsIn(policies: readonly Policy[]): Promise<readonly string[]> {
  const local = memoryStorage(PERSON);
  const lastGood = new Map<ManagedKey, unknown>();
  const faults: string[] = [];
  for (const policy of policies) {
    const settings = createPracticeSettings({
      local,
      session: memoryStorage(),
      readManaged: async () => policy,
      installedByPolicy: async () => true,
      build: BUILD,
    });
    faults.push(...faultsOf(policy, await settings.all(), lastGood));
    for (const key of MANAGED_KEYS) {
      if (isUsable(key, policy)) lastGood.set(key, policy[key]);
    }
  }
  return faults;
}

function faultsOf(
  policy: Policy,
  all: AllSettings,
  lastGood: ReadonlyMap<ManagedKey, unknown>,
): readonly string[] {
  const { backend } = serverOf(all);
  const isStranger = backend === BUILD || backend === PERSON.backendAddress;
  const isHere = MANAGED_KEYS.some((key) => Object.hasOwn(policy, key));
  const holds = (key: ManagedKey): boolean => {
    const inUse = all.settings[key];
    if (isUsable(key, policy)) return isTheirs(key, policy[key], inUse);
    const last = lastGood.get(key);
    if (!isHere) return NO_WIDER[key]?.(inUse.value, last) ?? true;
    const isRefused = Object.hasOwn(policy, key);
    return (
      (inUse.source === 'refused') === isRefused &&
      (NO_WIDER[key]?.(inUse.value, last) ?? true) &&
      PROTECTS[key](inUse.value, isRefused)
    );
  };
  return [
    ...(isStranger ? ['another server is used'] : []),
    ...(isHere === (all.standing === 'present') ? [] : [`a policy that is ${all.standing}`]),
    ...MANAGED_KEYS.filter((key) => !holds(key)),
  ];
}

function isTheirs(
  key: ManagedKey,
  theirs: unknown,
  { value, source }: SettingInUse<unknown>,
): boolean {
  const isSame = key === 'backendAddress' || JSON.stringify(value) === JSON.stringify(theirs);
  return source === 'policy' && isSame;
}

/** Whether a value allows no more than the last good one; keys that are absent restrict nothing. */
const NO_WIDER: { readonly [Key in ManagedKey]?: (value: unknown, last: unknown) => boolean } = {
  allowedEhrs: (value, last) => isWithin(value, Array.isArray(last) ? last : EHRS),
  lockAfterIdleMinutes: (value, last) =>
    typeof value === 'number' && value >= 1 && value <= (typeof last === 'number' ? last : 10),
  offlineCache: (value, last) => value === false || last === true,
  safeViewDuringTelehealth: (value, last) => value === true || last === false,
};

/** Whether a value does for a key that a policy lacks, or has with a value that can't be used. */
const PROTECTS: {
  readonly [Key in ManagedKey]: (value: unknown, isRefused: boolean) => boolean;
} = {
  backendAddress: (value) => value === null,
  allowedEhrs: (value, isRefused) => isWithin(value, isRefused ? [] : EHRS),
  defaultShape: (value) => value === 'narrative',
  defaultAudience: (value) => value === 'chart',
  lockAfterIdleMinutes: (value) => typeof value === 'number' && value >= 1 && value <= 10,
  offlineCache: (value) => value === false,
  safeViewDuringTelehealth: (value) => value === true,
  updateChannel: (value) => value === 'stable',
  supportContact: (value) => value === null,
  bannerText: (value) => value === null,
};

function isWithin(value: unknown, allowed: readonly unknown[]): boolean {
  return Array.isArray(value) && value.every((one) => allowed.includes(one));
}

function isUsable(key: ManagedKey, policy: Policy): boolean {
  if (!Object.hasOwn(policy, key)) return false;
  const fits = MANAGED_SETTINGS[key].safeParse(policy[key]).success;
  // The contract knows texts; what an address must be is said apart from it.
  return key === 'backendAddress' ? fits && /^https:\/\/[^/]+$/.test(String(policy[key])) : fits;
}
