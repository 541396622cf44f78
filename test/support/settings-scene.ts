import { type SettingsSources, settingsInUse } from '#extension/local/settings/in-use.ts';
import type { AllSettings } from '#extension/messages/settings.ts';

/** Origin that the extension of these scenes was built for. */
export const BUILD = 'http://127.0.0.1:7317';

/** A browser that nobody manages. */
export const UNMANAGED: SettingsSources = {
  managed: {},
  remembered: null,
  seenInSession: false,
  installedByPolicy: false,
  person: {},
  build: BUILD,
};

/** The settings of a browser of which a test says what is different. */
export function settingsWith(part: Partial<SettingsSources> = {}): AllSettings {
  return settingsInUse({ ...UNMANAGED, ...part });
}
