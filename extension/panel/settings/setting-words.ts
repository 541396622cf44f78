import { EHR_NAMES } from '#shared/contracts/ehr.ts';
import type { ManagedKey, SettingSource } from '#shared/contracts/managed-settings.ts';
import type { SettingInUse } from '../../messages/settings.ts';

/** What each setting is called on the page. The server has a form of its own. */
export const SETTING_NAMES: Readonly<Record<ManagedKey, string>> = {
  backendAddress: 'Server address',
  allowedEhrs: 'EHRs in which Throughline works',
  defaultShape: 'Shape that an Update begins with',
  defaultAudience: 'Reader that an Update begins with',
  lockAfterIdleMinutes: 'Locks after minutes without use',
  offlineCache: 'Keeps the last answers, sealed, to bridge an outage',
  safeViewDuringTelehealth: 'Safe view while a telehealth page is open',
  updateChannel: 'Releases that this browser takes',
  supportContact: 'Help in your practice',
  bannerText: 'Sentence of your practice in the panel',
};

/** Where a value comes from, in words; and who can change it, where the person can't. */
export const SOURCE_OF_SETTING: Readonly<Record<SettingSource, string>> = {
  policy: 'set by your practice; it can’t be changed here',
  refused:
    'what your practice set can’t be used, so the safest holds; only your practice can correct this',
  remembered:
    'your practice’s settings lack this now, or a wrong value was dropped; what they restricted last holds until your practice sets it again',
  safest: 'not set by your practice, so the safest holds; only your practice can set this',
  person: 'chosen by you',
  standard: 'default',
};

/** Whether the practice decides, by the source. */
export const LOCKED: Readonly<Record<SettingSource, boolean>> = {
  policy: true,
  refused: true,
  remembered: true,
  safest: true,
  person: false,
  standard: false,
};

const NAMES: Readonly<Record<string, string>> = EHR_NAMES;

/** A value as the page shows it. */
export function valueInWords({
  value,
}: SettingInUse<string | number | boolean | readonly string[]>): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const names = value.map((one) => NAMES[one] ?? one);
  return names.length === 0 ? 'none' : names.join(', ');
}
