import { MANAGED_KEYS, type ManagedKey } from '#shared/contracts/managed-settings.ts';
import type { AllSettings } from '../../messages/settings.ts';
import { Section } from '../../ui/controls.tsx';
import type { SettingsActions } from './actions.ts';
import { PersonalControl, personalKey, sourceId } from './personal-control.tsx';
import { SETTING_NAMES, SOURCE_OF_SETTING, valueInWords } from './setting-words.ts';

const STANDING_WORDS: Readonly<Record<AllSettings['standing'], string>> = {
  none: 'No practice manages Throughline in this browser.',
  waiting:
    'Waiting for your practice’s settings. Until they are here, no server is asked, and what they restricted before stays restricted.',
  present: 'Your practice manages Throughline in this browser.',
  removed:
    'Your practice’s settings were taken away. Until they are back, no server is asked, and what they restricted stays restricted.',
};

/** Every setting: its value, where that comes from and, for those that a person may choose, a control. */
export function SettingsList({
  all,
  actions,
}: {
  readonly all: AllSettings;
  readonly actions: SettingsActions;
}) {
  return (
    <Section title="All settings">
      <p role="status">{STANDING_WORDS[all.standing]}</p>
      <ul class="settings">
        {MANAGED_KEYS.map((key) => (
          <Row key={key} name={key} all={all} actions={actions} />
        ))}
      </ul>
    </Section>
  );
}

function Row({
  name,
  all,
  actions,
}: {
  readonly name: ManagedKey;
  readonly all: AllSettings;
  readonly actions: SettingsActions;
}) {
  const setting = all.settings[name];
  const personal = personalKey(name);
  return (
    <li data-setting={name}>
      {personal === null ? (
        <p class="setting">
          <span>{SETTING_NAMES[name]}</span>
          <strong>{valueInWords(setting)}</strong>
        </p>
      ) : (
        <PersonalControl name={personal} all={all} actions={actions} />
      )}
      <p class="soft sentence" id={sourceId(name)}>
        {SOURCE_OF_SETTING[setting.source]}
      </p>
    </li>
  );
}
