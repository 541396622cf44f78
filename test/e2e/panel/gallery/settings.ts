import { serverOf } from '#extension/local/settings/in-use.ts';
import type { AllSettings } from '#extension/messages/settings.ts';
import type { SettingsFacts } from '#extension/panel/settings/actions.ts';
import { CLINICIAN, SERVER } from '#test/support/panel-scene.ts';
import { settingsWith } from '#test/support/settings-scene.ts';

const person = { ok: true, value: CLINICIAN } as const;
const signedOut = { ok: false, reason: 'signedOut', message: 'You are signed out.' } as const;
const unreachable = { ok: false, reason: 'unreachable', message: 'Can’t be reached.' } as const;

const POLICY = {
  backendAddress: 'https://throughline.practice.example',
  lockAfterIdleMinutes: 5,
  supportContact: 'Pat Lowell, 312 555 0142',
  bannerText: 'Case conference on Thursdays at noon.',
};
const unmanaged = settingsWith();
const managed = settingsWith({ managed: POLICY });
const refused = settingsWith({ managed: { ...POLICY, backendAddress: 'http://here' } });
const waiting = settingsWith({ installedByPolicy: true });
const removed = settingsWith({ remembered: POLICY, seenInSession: true });

function of(all: AllSettings, who: SettingsFacts['person']): SettingsFacts {
  return { settings: serverOf(all), all, person: who };
}

/** Every designed state of the settings page by name. */
export const SETTINGS: Readonly<Record<string, SettingsFacts | null>> = {
  'settings, connected': of(unmanaged, person),
  'settings, signed out': of(
    settingsWith({ person: { backendAddress: 'https://throughline.practice.example' } }),
    signedOut,
  ),
  'settings, unreachable': of(unmanaged, unreachable),
  'settings, by policy': of(managed, person),
  'settings, waiting': of(waiting, signedOut),
  'settings, policy removed': of(removed, signedOut),
  'settings, policy refused': of(refused, signedOut),
  'settings, access not granted': {
    settings: { ...SERVER, source: 'policy', problem: 'accessNotGranted' },
    all: managed,
    person: signedOut,
  },
  'settings, being read': null,
};
