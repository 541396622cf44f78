import { backendOrigin } from '#shared/contracts/backend-address.ts';
import {
  MANAGED_KEYS,
  MANAGED_SETTINGS,
  type ManagedKey,
  type ManagedValues,
} from '#shared/contracts/managed-settings.ts';

/** The keys of a policy that are known, each with its value, or with the word that it has none. */
export type Policy = {
  readonly [Key in ManagedKey]?: { readonly value: ManagedValues[Key] } | 'refused';
};

/**
 * Reads `storage.managed` key by key. Chromium drops what its schema refuses, Firefox has no schema,
 * so nothing is believed that does not fit here; a key that is not known is passed over.
 */
export function policyIn(managed: unknown): Policy {
  if (typeof managed !== 'object' || managed === null) return {};
  const given = new Map<string, unknown>(Object.entries(managed));
  const present = MANAGED_KEYS.filter((key) => given.has(key));
  return Object.fromEntries(present.map((key) => [key, valueOf(key, given.get(key))]));
}

/** The keys that can be used, as they were given: what is remembered of a policy. */
export function usableOf(policy: Policy): Readonly<Record<string, unknown>> {
  const used = Object.entries(policy).flatMap(([key, one]) =>
    one === 'refused' ? [] : [[key, one.value] as const],
  );
  return Object.fromEntries(used);
}

function valueOf(key: ManagedKey, given: unknown): { readonly value: unknown } | 'refused' {
  const parsed = MANAGED_SETTINGS[key].safeParse(given);
  if (!parsed.success) return 'refused';
  if (key !== 'backendAddress') return { value: parsed.data };
  const origin = backendOrigin(String(parsed.data));
  return origin.ok ? { value: origin.value } : 'refused';
}
