import * as z from 'zod/mini';
import {
  MANAGED_SETTINGS,
  type ManagedKey,
  type ManagedValues,
  type SettingSource,
} from '#shared/contracts/managed-settings.ts';

/** One setting as it holds now; a null value is "none". */
export interface SettingInUse<Value> {
  readonly value: Value | null;
  readonly source: SettingSource;
}

/** Every setting with where it comes from. */
export type SettingsInUse = {
  readonly [Key in ManagedKey]: SettingInUse<ManagedValues[Key]>;
};

/**
 * How this browser stands to a practice's policy. `none`: no policy concerns it. `waiting`: a policy
 * installed the extension, and its settings have not arrived. `removed`: they were here in this
 * browser session and were taken away. In these two no server is used, and what the last policy
 * restricted stays restricted.
 */
export type PolicyStanding = 'none' | 'waiting' | 'present' | 'removed';

/** All that a page shows of the settings. */
export interface AllSettings {
  readonly standing: PolicyStanding;
  readonly settings: SettingsInUse;
}

/** What a person may choose in their own browser, where no practice's policy is. */
export const PERSONAL_SETTINGS = [
  'lockAfterIdleMinutes',
  'offlineCache',
  'safeViewDuringTelehealth',
] as const;
export type PersonalKey = (typeof PERSONAL_SETTINGS)[number];

const { lockAfterIdleMinutes, offlineCache, safeViewDuringTelehealth } = MANAGED_SETTINGS;

/** One choice of a person; null goes back to the default. */
export const SettingChoice = z.discriminatedUnion('key', [
  z.object({ key: z.literal('lockAfterIdleMinutes'), value: z.nullable(lockAfterIdleMinutes) }),
  z.object({ key: z.literal('offlineCache'), value: z.nullable(offlineCache) }),
  z.object({
    key: z.literal('safeViewDuringTelehealth'),
    value: z.nullable(safeViewDuringTelehealth),
  }),
]);
export type SettingChoice = z.infer<typeof SettingChoice>;
