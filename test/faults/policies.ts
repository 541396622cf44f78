import * as fc from 'fast-check';
import { serverOf } from '#extension/local/settings/in-use.ts';
import { MANAGED_KEYS } from '#extension/local/settings/policy.ts';
import {
  LONGEST_IDLE_MINUTES,
  MANAGED_SETTINGS,
  type ManagedKey,
  SAFEST,
} from '#shared/contracts/managed-settings.ts';
import { BUILD, settingsWith } from '#test/support/settings-scene.ts';
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
  /** Seed and policy of what did not hold. Must be empty; the first few. */
  readonly wrong: readonly string[];
}

/** Of all policies, how many are good ones. */
const GOOD_SHARE = 2 / 7;

/** Reads many random policies: each key has the practice's value or the safest, never a default server. */
export function readPolicies({ seed, count }: Play): PolicyOutcome {
  const good = Math.round(count * GOOD_SHARE);
  const broken = count - good;
  const policies = [
    ...fc.sample(goodPolicy, { seed, numRuns: good }),
    ...(broken === 0 ? [] : fc.sample(brokenPolicy, { seed: seed + 1, numRuns: broken })),
  ];
  const wrong = policies.flatMap((policy) =>
    faultsOf(policy).map((fault) => `seed ${seed}: ${fault} ${JSON.stringify(policy)}`),
  );
  return { tried: count, good, broken, wrong: wrong.slice(0, 20), ok: wrong.length === 0 };
}

function faultsOf(policy: Policy): readonly string[] {
  const person = { backendAddress: 'https://person.example', lockAfterIdleMinutes: 60 };
  const all = settingsWith({ managed: policy, installedByPolicy: true, person });
  const { backend } = serverOf(all);
  const isStranger = backend === BUILD || backend === person.backendAddress;
  const keys = all.standing === 'present' ? MANAGED_KEYS : [];
  return [
    ...(isStranger ? ['another server is used'] : []),
    ...keys.filter((key) => !holds(key, policy, all.settings[key])),
  ];
}

function holds(
  key: ManagedKey,
  policy: Policy,
  { value, source }: { readonly value: unknown; readonly source: string },
): boolean {
  const isSafest = JSON.stringify(value) === JSON.stringify(SAFEST[key]);
  if (!Object.hasOwn(policy, key)) return source === 'safest' && isSafest;
  if (source === 'refused') return isSafest && !isUsable(key, policy[key]);
  const isTheirs =
    key === 'backendAddress' || JSON.stringify(value) === JSON.stringify(policy[key]);
  return source === 'policy' && isTheirs && isUsable(key, policy[key]);
}

function isUsable(key: ManagedKey, value: unknown): boolean {
  const fits = MANAGED_SETTINGS[key].safeParse(value).success;
  // The contract knows texts; what an address must be is said apart from it.
  return key === 'backendAddress' ? fits && /^https:\/\/[^/]+$/.test(String(value)) : fits;
}
