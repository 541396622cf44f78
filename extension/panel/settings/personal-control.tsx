import { LONGEST_IDLE_MINUTES, type ManagedKey } from '#shared/contracts/managed-settings.ts';
import { type AllSettings, PERSONAL_SETTINGS, type PersonalKey } from '../../messages/settings.ts';
import type { SettingsActions } from './actions.ts';
import { LOCKED, SETTING_NAMES } from './setting-words.ts';

/** The key, if a person may choose it where no practice does. */
export function personalKey(key: ManagedKey): PersonalKey | null {
  return PERSONAL_SETTINGS.find((one) => one === key) ?? null;
}

/** A control for one setting; under a practice's policy it is disabled, and the words below it say why. */
export function PersonalControl({
  name,
  all,
  actions,
}: {
  readonly name: PersonalKey;
  readonly all: AllSettings;
  readonly actions: SettingsActions;
}) {
  const { value, source } = all.settings[name];
  const shared = { disabled: LOCKED[source], 'aria-describedby': sourceId(name) };
  return (
    <label class="setting">
      <span>{SETTING_NAMES[name]}</span>
      {name === 'lockAfterIdleMinutes' ? (
        <input
          {...shared}
          class="field minutes"
          type="number"
          min={1}
          max={LONGEST_IDLE_MINUTES}
          value={String(value)}
          onChange={({ currentTarget }) =>
            void actions.choose({ key: name, value: minutesIn(currentTarget.value) })
          }
        />
      ) : (
        <input
          {...shared}
          type="checkbox"
          checked={value === true}
          onChange={({ currentTarget }) =>
            void actions.choose({ key: name, value: currentTarget.checked })
          }
        />
      )}
    </label>
  );
}

/** Id of the words that say where a setting comes from. */
export function sourceId(key: ManagedKey): string {
  return `${key}-source`;
}

/** Null, which is the default, for what is no number of minutes that can be chosen. */
function minutesIn(typed: string): number | null {
  const minutes = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  return minutes >= 1 && minutes <= LONGEST_IDLE_MINUTES ? minutes : null;
}
