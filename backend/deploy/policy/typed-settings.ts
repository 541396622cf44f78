import { backendOrigin } from '#shared/contracts/backend-address.ts';
import { EhrId } from '#shared/contracts/ehr.ts';
import {
  LONGEST_IDLE_MINUTES,
  MANAGED_KEYS,
  MANAGED_SETTINGS,
  type ManagedKey,
  type ManagedValues,
} from '#shared/contracts/managed-settings.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { UpdateAudience, UpdateShape } from '#shared/contracts/update.ts';

/** Why a setting is not taken, with its key. */
export type SettingRefusal =
  | { readonly reason: 'unknownKey'; readonly key: string }
  | { readonly reason: 'badValue'; readonly key: ManagedKey };

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** What no file of every format can hold: control characters, and what is no character (XML 1.0, 2.2). */
const UNWRITABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/** Whether a text can stand in the files of every platform. */
export function isWritable(text: string): boolean {
  return !UNWRITABLE.test(text);
}

/** Settings from texts by key, in the contract's order; an empty text is "not set". */
export function typedSettings(
  typed: ReadonlyMap<string, string>,
): Result<Partial<ManagedValues>, readonly SettingRefusal[]> {
  const unknown = [...typed.keys()].filter((key) => !Object.hasOwn(MANAGED_SETTINGS, key));
  const refused: SettingRefusal[] = unknown.map((key) => ({ reason: 'unknownKey', key }));
  const settings: [string, unknown][] = [];
  for (const key of MANAGED_KEYS) {
    const text = typed.get(key) ?? '';
    if (text === '') continue;
    const parsed = MANAGED_SETTINGS[key].safeParse(readingOf(key, text));
    const isAddress = key !== 'backendAddress' || backendOrigin(text).ok;
    if (parsed.success && isAddress && isWritable(text)) settings.push([key, parsed.data]);
    else refused.push({ reason: 'badValue', key });
  }
  if (refused.length > 0) return refuse(refused);
  // Each value was parsed by the schema of its own key.
  return ok(Object.fromEntries(settings) as Partial<ManagedValues>);
}

/** What a text stands for under its key: a number, yes or no, a list or the text itself. */
function readingOf(key: string, text: string): unknown {
  if (key === 'lockAfterIdleMinutes') return /^\d+$/.test(text) ? Number(text) : text;
  if (key === 'allowedEhrs') return text === 'none' ? [] : text.split(',').map((one) => one.trim());
  return BOOLEANS[text] ?? text;
}

/** How a value of each key is written, for who wrote one that can't be used. */
export const WRITTEN: Readonly<Record<ManagedKey, string>> = {
  backendAddress: 'an https address without a path (http only for 127.0.0.1)',
  allowedEhrs: `EHRs with commas between them, such as ${EhrId.options.join(',')}, or none`,
  defaultShape: `one of ${UpdateShape.options.join(', ')}`,
  defaultAudience: `one of ${UpdateAudience.options.join(', ')}`,
  lockAfterIdleMinutes: `a whole number from 1 to ${LONGEST_IDLE_MINUTES}`,
  offlineCache: 'true or false',
  safeViewDuringTelehealth: 'true or false',
  updateChannel: 'stable or early',
  supportContact: 'up to 200 characters on one line',
  bannerText: 'up to 200 characters on one line',
};
