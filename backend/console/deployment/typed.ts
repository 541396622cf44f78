import * as z from 'zod/mini';
import { fileNamed } from '#backend/deploy/policy/platforms.ts';
import type { WantedPolicy } from '#backend/deploy/policy/source.ts';
import { EhrId } from '#shared/contracts/ehr.ts';
import { type ManagedKey, SAFEST } from '#shared/contracts/managed-settings.ts';
import type { ServerFacts } from './server-facts.ts';

/** A ticked box. */
const Tick = z.optional(z.literal('on'));

/** Looks at what was typed and makes nothing. */
export const CHECK = 'check';

/** Longer than anything that can be used: what is too long is told beside its field. */
const Typed = z.string().check(z.maxLength(1000));

/** The settings that are typed or chosen as one text each. */
const SETTING_FIELDS = [
  'defaultShape',
  'defaultAudience',
  'lockAfterIdleMinutes',
  'offlineCache',
  'safeViewDuringTelehealth',
  'updateChannel',
  'supportContact',
  'bannerText',
] as const satisfies readonly ManagedKey[];

/** A setting that is a field of its own. */
export type SettingField = (typeof SETTING_FIELDS)[number];

/**
 * What somebody typed on the page. It says nothing of what can be used: that is judged where the
 * command's words are. An EHR is a box of its own.
 */
export const DeploymentForm = z.strictObject({
  simplepractice: Tick,
  therapynotes: Tick,
  sessionshealth: Tick,
  defaultShape: Typed,
  defaultAudience: Typed,
  lockAfterIdleMinutes: Typed,
  offlineCache: Typed,
  safeViewDuringTelehealth: Typed,
  updateChannel: Typed,
  supportContact: Typed,
  bannerText: Typed,
  blockOthers: Tick,
  minimumVersion: Typed,
  group: Typed,
  firefoxInstallUrl: Typed,
  /** Asked for only while the server does not know it. */
  extensionId: z.optional(Typed),
  /** {@link CHECK}, or the name of the file to make. */
  do: z.string().check(z.refine((name) => name === CHECK || fileNamed(name) !== null)),
});
export type DeploymentForm = z.infer<typeof DeploymentForm>;

/** The page as it is opened: every setting at its safest, nothing else asked for. */
export const SAFEST_TYPED: DeploymentForm = {
  ...Object.fromEntries((SAFEST.allowedEhrs ?? []).map((ehr) => [ehr, 'on' as const])),
  defaultShape: safestText('defaultShape'),
  defaultAudience: safestText('defaultAudience'),
  lockAfterIdleMinutes: safestText('lockAfterIdleMinutes'),
  offlineCache: safestText('offlineCache'),
  safeViewDuringTelehealth: safestText('safeViewDuringTelehealth'),
  updateChannel: safestText('updateChannel'),
  supportContact: safestText('supportContact'),
  bannerText: safestText('bannerText'),
  minimumVersion: '',
  group: '',
  firefoxInstallUrl: '',
  extensionId: '',
  do: CHECK,
};

function safestText(key: SettingField): string {
  return String(SAFEST[key] ?? '');
}

/** What was typed as the words of the command would say it: for this server, and for its extension. */
export function wantedOf(typed: DeploymentForm, { server, book }: ServerFacts): WantedPolicy {
  const ticked = EhrId.options.filter((ehr) => typed[ehr] === 'on');
  const ehrs = ticked.length === 0 ? 'none' : ticked.join(',');
  const texts = SETTING_FIELDS.map((key) => [key, typed[key].trim()] as const);
  return {
    server,
    extensionId: book?.extensionId ?? typed.extensionId?.trim() ?? '',
    settings: new Map<string, string>([['allowedEhrs', ehrs], ...texts]),
    blockOthers: typed.blockOthers === 'on',
    minimumVersion: textOrNull(typed.minimumVersion),
    firefoxInstallUrl: textOrNull(typed.firefoxInstallUrl),
    group: textOrNull(typed.group),
  };
}

function textOrNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
