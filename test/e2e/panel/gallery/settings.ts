import type { SettingsFacts } from '#extension/panel/settings/actions.ts';
import { CLINICIAN, SERVER } from '#test/support/panel-scene.ts';

const person = { ok: true, value: CLINICIAN } as const;
const signedOut = { ok: false, reason: 'signedOut', message: 'You are signed out.' } as const;
const unreachable = { ok: false, reason: 'unreachable', message: 'Can’t be reached.' } as const;

/** Every designed state of the settings page by name. */
export const SETTINGS: Readonly<Record<string, SettingsFacts | null>> = {
  'settings, connected': { settings: SERVER, person },
  'settings, signed out': { settings: { ...SERVER, source: 'person' }, person: signedOut },
  'settings, unreachable': { settings: SERVER, person: unreachable },
  'settings, by policy': { settings: { ...SERVER, source: 'policy' }, person },
  'settings, waiting': {
    settings: { backend: null, source: 'policy', problem: 'waitingForPractice' },
    person: signedOut,
  },
  'settings, policy refused': {
    settings: { backend: null, source: 'policy', problem: 'policyRefused' },
    person: signedOut,
  },
  'settings, access not granted': {
    settings: { ...SERVER, source: 'policy', problem: 'accessNotGranted' },
    person: signedOut,
  },
  'settings, being read': null,
};
