import * as z from 'zod/mini';
import { EhrId } from './ehr.ts';
import { UpdateAudience, UpdateShape } from './update.ts';

/** Longest idle time before the panel locks, in minutes; a policy can't go beyond it. */
export const LONGEST_IDLE_MINUTES = 60;

/**
 * What a practice's admin may set by managed policy. The browser drops every key that its schema
 * refuses, one by one and without a word, and Firefox has no schema: the extension checks each key
 * again by these, on every platform. `extension/public/managed_schema.json` says the same to
 * Chromium; a test holds the two together. There is no key that could switch off an alert, the
 * audit log or the lock.
 */
export const MANAGED_SETTINGS = {
  /** Origin of the practice's server, https (http only for 127.0.0.1). */
  backendAddress: z.string().check(z.minLength(1), z.maxLength(300)),
  /** EHRs in which the extension works; an empty list is none of them. */
  allowedEhrs: z.array(EhrId),
  /** What the Update begins with for a clinician who has chosen nothing. */
  defaultShape: UpdateShape,
  defaultAudience: UpdateAudience,
  /** Minutes without use after which the panel locks. */
  lockAfterIdleMinutes: z.int().check(z.minimum(1), z.maximum(LONGEST_IDLE_MINUTES)),
  /** Whether the last answers are kept, sealed, to bridge an outage. */
  offlineCache: z.boolean(),
  /** Whether an open telehealth page switches the screen-share safe view on. */
  safeViewDuringTelehealth: z.boolean(),
  /** Which releases this browser takes; decides the address of the update manifest. */
  updateChannel: z.enum(['stable', 'early']),
  /** Whom a clinician can ask: a name, telephone number or address. */
  supportContact: z.string().check(z.minLength(1), z.maxLength(200)),
  /** A sentence of the practice above the panel. */
  bannerText: z.string().check(z.minLength(1), z.maxLength(200)),
} as const;

/** A key of the policy. */
export type ManagedKey = keyof typeof MANAGED_SETTINGS;

/** Every key, in the order in which pages and files list them. */
export const MANAGED_KEYS = Object.keys(MANAGED_SETTINGS) as readonly ManagedKey[];

/** Every value that a policy can carry. */
export type ManagedValues = {
  readonly [Key in ManagedKey]: z.infer<(typeof MANAGED_SETTINGS)[Key]>;
};

/**
 * What an installed-by-policy extension does where a key is missing, and no earlier policy of this
 * browser restricted more: the choice that protects people. Null is "nothing can be done without it" (the server) or "nothing is shown".
 */
export const SAFEST: { readonly [Key in ManagedKey]: ManagedValues[Key] | null } = {
  backendAddress: null,
  allowedEhrs: ['simplepractice', 'therapynotes', 'sessionshealth'],
  defaultShape: 'narrative',
  defaultAudience: 'chart',
  lockAfterIdleMinutes: 10,
  offlineCache: false,
  safeViewDuringTelehealth: true,
  updateChannel: 'stable',
  supportContact: null,
  bannerText: null,
};

/**
 * What holds at most where the policy has a key with a value that can't be used. Whoever wrote a list
 * of EHRs meant to leave some out; which, can't be known.
 */
export const IF_REFUSED: typeof SAFEST = { ...SAFEST, allowedEhrs: [] };

/**
 * Where a value in use comes from. `policy`: set and locked by the practice. `refused`: the policy
 * has the key with a value that can't be used, so the safest holds and can't be changed here.
 * `remembered`: the policy does not have the key any more, perhaps because the browser dropped a
 * wrong value; what it restricted last holds until it has a value that can be used.
 * `safest`: an extension that a policy installed, whose policy does not have the key.
 * `person`: chosen in this browser. `standard`: nobody chose.
 */
export const SettingSource = z.enum([
  'policy',
  'refused',
  'remembered',
  'safest',
  'person',
  'standard',
]);
export type SettingSource = z.infer<typeof SettingSource>;
