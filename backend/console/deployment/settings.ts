import { html } from 'hono/html';
import { LONGEST_GROUP } from '#backend/deploy/policy/source.ts';
import { EHR_NAMES, EhrId } from '#shared/contracts/ehr.ts';
import type { Markup } from '../../pages/page.ts';
import { field } from '../field.ts';
import { type Shown, settingChoice, settingField, tick } from './controls.ts';
import { hintOf, SETTING_WORDS } from './setting-words.ts';

/** What the extension does in these browsers: every setting of the contract but the address. */
export function settingsSection(shown: Shown): Markup {
  const { typed } = shown;
  return html`<section class="group fields" aria-labelledby="settings">
    <h2 id="settings">Settings</h2>
    <p class="small soft">
      They are locked in the extension. Whoever uses the browser can read them: never a secret, never a
      client’s name. None can switch off an alert, the audit log or the lock.
    </p>
    <fieldset aria-describedby="allowedEhrs-hint">
      <legend>${SETTING_WORDS.allowedEhrs.label}</legend>
      ${EhrId.options.map((ehr) => tick(ehr, EHR_NAMES[ehr], typed[ehr] === 'on'))}
      <p class="small soft" id="allowedEhrs-hint">${hintOf('allowedEhrs')}</p>
    </fieldset>
    ${settingChoice('defaultShape', shown)} ${settingChoice('defaultAudience', shown)}
    ${settingField('lockAfterIdleMinutes', shown, 'number')} ${settingChoice('offlineCache', shown)}
    ${settingChoice('safeViewDuringTelehealth', shown)} ${settingField('supportContact', shown)}
    ${settingField('bannerText', shown)}
  </section>`;
}

/** How the extension comes into these browsers. `asksId`: the server does not know the id. */
export function installingSection(shown: Shown, asksId: boolean): Markup {
  const { typed, problems, focus } = shown;
  return html`<section class="group fields" aria-labelledby="installing">
    <h2 id="installing">Installing and updating</h2>
    ${
      asksId
        ? field({
            name: 'extensionId',
            label: 'Id of the extension',
            value: typed.extensionId ?? '',
            hint: '32 letters from a to p. Once a release is packed, the server knows it.',
            problems,
            focus,
          })
        : ''
    }
    ${settingChoice('updateChannel', shown)}
    ${field({
      name: 'group',
      label: 'Group in a staged rollout',
      value: typed.group,
      hint: `A name for these machines, up to ${LONGEST_GROUP} characters, so that they are one share. Empty: shares go by where the question comes from.`,
      problems,
      focus,
    })}
    ${field({
      name: 'minimumVersion',
      label: 'Oldest version that may run',
      value: typed.minimumVersion,
      hint: 'Older ones are switched off, without badge or panel: tell people before. Set it once everybody has that version. Empty: none is switched off.',
      problems,
      focus,
    })}
    ${field({
      name: 'firefoxInstallUrl',
      label: 'Where Firefox finds the signed add-on',
      value: typed.firefoxInstallUrl,
      hint: 'An https address. Empty: Firefox’s file has the settings alone and installs nothing.',
      problems,
      focus,
    })}
    ${tick(
      'blockOthers',
      'Block all other extensions',
      typed.blockOthers === 'on',
      'Safer on machines that you manage. It takes away whatever else is installed, such as a password manager, unless your own policy allows it by name.',
    )}
  </section>`;
}
