import { EHR_NAMES } from '#shared/contracts/ehr.ts';
import {
  LONGEST_IDLE_MINUTES,
  type ManagedKey,
  type ManagedValues,
  SAFEST,
} from '#shared/contracts/managed-settings.ts';

/** What a value is called, for settings that have a list of them. */
type ValueWords<Key extends ManagedKey> = Readonly<Record<ManagedValues[Key] & string, string>>;

/** Shapes of an Update, as the choice reads. */
const SHAPES: ValueWords<'defaultShape'> = {
  narrative: 'Narrative',
  soap: 'SOAP',
  dap: 'DAP',
  birp: 'BIRP',
};

const AUDIENCES: ValueWords<'defaultAudience'> = {
  chart: 'The chart',
  supervisor: 'A supervisor',
  clientLetter: 'A letter to the client',
};

const CHANNELS: ValueWords<'updateChannel'> = { stable: 'Stable', early: 'Early' };

const YES_OR_NO = { true: 'Yes', false: 'No' };

/** The settings that are chosen from a list, each with its values in words. */
export const CHOICES = {
  defaultShape: SHAPES,
  defaultAudience: AUDIENCES,
  offlineCache: YES_OR_NO,
  safeViewDuringTelehealth: YES_OR_NO,
  updateChannel: CHANNELS,
} as const satisfies { readonly [Key in ManagedKey]?: Readonly<Record<string, string>> };

/** A setting that is chosen from a list. */
export type Choice = keyof typeof CHOICES;

/** What a setting is called on the page, and what it does; its safest value is said behind it. */
export interface SettingWords {
  readonly label: string;
  readonly does: string;
}

/** Each setting in plain words. */
export const SETTING_WORDS: Readonly<Record<ManagedKey, SettingWords>> = {
  backendAddress: {
    label: 'Server address',
    does: 'The only server that these browsers ask.',
  },
  allowedEhrs: {
    label: 'EHRs in which Throughline works',
    does: 'In one that isn’t ticked it shows nothing, also no alerts.',
  },
  defaultShape: {
    label: 'Shape that an Update begins with',
    does: 'For clinicians who have chosen none.',
  },
  defaultAudience: {
    label: 'Reader that an Update begins with',
    does: 'For clinicians who have chosen none.',
  },
  lockAfterIdleMinutes: {
    label: 'Minutes without use after which the panel locks',
    does: `From 1 to ${LONGEST_IDLE_MINUTES}; the lock can’t be switched off. It ends the session.`,
  },
  offlineCache: {
    label: 'Keep the last answers to bridge an outage',
    does: 'Sealed, on the computer; they can’t be read once the browser is closed.',
  },
  safeViewDuringTelehealth: {
    label: 'Safe view while a telehealth page is open',
    does: 'Hides what a shared screen must not show.',
  },
  updateChannel: {
    label: 'Releases that these browsers take',
    does: 'Put a few volunteers on Early first.',
  },
  supportContact: {
    label: 'Whom a clinician can ask',
    does: 'A name, a telephone number or an address, up to 200 characters.',
  },
  bannerText: {
    label: 'A sentence of your practice above the panel',
    does: 'Up to 200 characters.',
  },
};

/** The safest value of a setting, in words: what holds where a policy lacks it. */
export function safestInWords(key: ManagedKey): string {
  const safest = SAFEST[key];
  if (safest === null) return 'nothing is shown';
  if (typeof safest === 'object') return safest.map((ehr) => EHR_NAMES[ehr]).join(', ');
  const words: Readonly<Record<string, string>> = isChoice(key) ? CHOICES[key] : {};
  return words[String(safest)] ?? String(safest);
}

function isChoice(key: ManagedKey): key is Choice {
  return Object.hasOwn(CHOICES, key);
}

/** What stands below a setting: what it does, and its safest value. */
export function hintOf(key: ManagedKey): string {
  const safest =
    SAFEST[key] === null ? 'Empty: nothing is shown.' : `Safest: ${safestInWords(key)}.`;
  return `${SETTING_WORDS[key].does} ${safest}`;
}
