import { parse } from 'plist';
import { describe, expect, it } from 'vitest';
import { readPolicyWords } from '#backend/deploy/policy/command.ts';
import { fileBytes, fileName } from '#backend/deploy/policy/file.ts';
import { FIREFOX_ID, PLATFORMS, type Platform } from '#backend/deploy/policy/platforms.ts';
import { type PolicySource, policySource } from '#backend/deploy/policy/source.ts';
import { policyIn } from '#extension/local/settings/policy.ts';
import { MANAGED_SETTINGS } from '#shared/contracts/managed-settings.ts';
import { admxDefaults, registryValues, xmlAttribute } from '#test/support/policy-readers.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';

/** Every key, with what is hard to write in XML, JSON or a registry file. */
const TYPED: Readonly<Record<string, string>> = {
  backendAddress: 'https://throughline.practice.example',
  allowedEhrs: 'simplepractice, therapynotes',
  defaultShape: 'soap',
  defaultAudience: 'supervisor',
  lockAfterIdleMinutes: '17',
  offlineCache: 'true',
  safeViewDuringTelehealth: 'false',
  updateChannel: 'early',
  supportContact: String.raw`Pat "IT" Lowell, C:\help & <312 555 0142>`,
  bannerText: 'Don’t share “screens” – é, 漢, ]]>',
};

const SETTINGS = {
  backendAddress: 'https://throughline.practice.example',
  allowedEhrs: ['simplepractice', 'therapynotes'],
  defaultShape: 'soap',
  defaultAudience: 'supervisor',
  lockAfterIdleMinutes: 17,
  offlineCache: true,
  safeViewDuringTelehealth: false,
  updateChannel: 'early',
  supportContact: TYPED['supportContact'],
  bannerText: TYPED['bannerText'],
};

const INSTALLED = {
  [ID]: {
    installation_mode: 'force_installed',
    update_url: 'https://throughline.practice.example/extension/updates/early.xml?group=front+desk',
    override_update_url: true,
    minimum_version_required: '1.2.0',
  },
  '*': { installation_mode: 'blocked' },
};

const WANTED = {
  server: 'https://throughline.practice.example/',
  extensionId: ID,
  settings: new Map(Object.entries(TYPED)),
  blockOthers: true,
  minimumVersion: '1.2.0',
  firefoxInstallUrl: 'https://throughline.practice.example/throughline.xpi',
  group: 'front desk',
};

function source(): PolicySource {
  const made = policySource(WANTED);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

function contents(platform: Platform): readonly string[] {
  return PLATFORMS[platform].map(({ content }) => content(source()));
}

const only = (platform: Platform, index = 0) => contents(platform)[index] ?? '';

describe('the source of a policy', () => {
  it('has every key of the contract, as the extension will read it', () => {
    expect(Object.keys(TYPED)).toEqual(Object.keys(MANAGED_SETTINGS));
    expect(source().settings).toEqual(SETTINGS);
    for (const [key, one] of Object.entries(policyIn(source().settings))) {
      expect([key, one]).toEqual([key, { value: SETTINGS[key as keyof typeof SETTINGS] }]);
    }
  });
});

describe('the files say the same on every platform', () => {
  const both = { ExtensionSettings: INSTALLED, '3rdparty': { extensions: { [ID]: SETTINGS } } };

  it('Linux and Edge: JSON', () => {
    expect(JSON.parse(only('linux'))).toEqual(both);
    expect(JSON.parse(only('edge'))).toEqual(both);
  });

  it.each([
    ['windows-reg', 0, String.raw`Software\Policies\Google\Chrome`, '3rdparty\\extensions'],
    ['edge', 1, String.raw`Software\Policies\Microsoft\Edge`, '3rdparty\\Extensions'],
  ] as const)('%s: the registry', (platform, index, root, thirdParty) => {
    const values = registryValues(only(platform, index));
    const machine = `HKEY_LOCAL_MACHINE\\${root}`;
    expect(JSON.parse(String(values[machine]?.['ExtensionSettings']))).toEqual(INSTALLED);
    expect(values[`${machine}\\${thirdParty}\\${ID}\\policy`]).toEqual({
      ...SETTINGS,
      allowedEhrs: JSON.stringify(SETTINGS.allowedEhrs),
      offlineCache: 1,
      safeViewDuringTelehealth: 0,
    });
  });

  it('group policy: a template whose fields begin with the values', () => {
    const [admx = '', adml = ''] = contents('windows-gpo');
    const { ExtensionSettings, ...settings } = admxDefaults(admx, adml);
    expect(JSON.parse(String(ExtensionSettings))).toEqual(INSTALLED);
    expect(settings).toEqual({ ...SETTINGS, allowedEhrs: JSON.stringify(SETTINGS.allowedEhrs) });
  });

  it('macOS: a profile with two domains', () => {
    const profile = JSON.parse(JSON.stringify(parse(only('macos')))) as {
      readonly PayloadContent: readonly Record<string, unknown>[];
    };
    const [chrome, ours] = profile.PayloadContent;
    expect(chrome).toMatchObject({
      PayloadType: 'com.google.Chrome',
      ExtensionSettings: INSTALLED,
    });
    expect(ours).toMatchObject({
      PayloadType: `com.google.Chrome.extensions.${ID}`,
      ...SETTINGS,
    });
  });

  it('Google Admin: each value wrapped', () => {
    const wrapped = JSON.parse(only('google-admin')) as Record<string, { Value: unknown }>;
    const values = Object.entries(wrapped).map(([key, { Value }]) => [key, Value]);
    expect(Object.fromEntries(values)).toEqual(SETTINGS);
    expect(JSON.parse(only('google-admin', 1))).toEqual({ id: ID, url: source().updateUrl });
  });

  it('Intune: one entry a key, and the template they are of', () => {
    const entries = JSON.parse(only('intune')) as { omaUri: string; value: string }[];
    const [template, installed, ...ours] = entries;
    expect(template?.value).toBe(contents('windows-gpo')[0]);
    expect(JSON.parse(xmlAttribute(installed?.value ?? '', 'value'))).toEqual(INSTALLED);
    const values = ours.map(({ omaUri, value }) => [
      omaUri.split('/').at(-1),
      value.includes('<data') ? xmlAttribute(value, 'value') : value === '<enabled/>',
    ]);
    expect(Object.fromEntries(values)).toEqual({
      ...SETTINGS,
      allowedEhrs: JSON.stringify(SETTINGS.allowedEhrs),
      lockAfterIdleMinutes: '17',
    });
  });

  it('Firefox: policies.json', () => {
    const install_url = WANTED.firefoxInstallUrl;
    expect(JSON.parse(only('firefox'))).toEqual({
      policies: {
        ExtensionSettings: {
          [FIREFOX_ID]: { installation_mode: 'force_installed', install_url },
          '*': { installation_mode: 'blocked' },
        },
        '3rdparty': { Extensions: { [FIREFOX_ID]: SETTINGS } },
      },
    });
  });
});

describe('a file as it is handed out', () => {
  const every = Object.values(PLATFORMS).flat();

  it('has a name of its own, also without its folder', () => {
    expect(new Set(every.map(fileName)).size).toBe(every.length);
  });

  it.each(every.map((file) => [file.name, file] as const))('%s has all of its text', (_, file) => {
    const bytes = fileBytes(file, source());
    const label = file.encoding === 'utf8' ? 'utf-8' : 'utf-16le';
    expect(new TextDecoder(label, { fatal: true }).decode(bytes)).toBe(file.content(source()));
    const mark = file.encoding === 'utf8' ? [] : [0xff, 0xfe];
    expect([...bytes.subarray(0, mark.length)]).toEqual(mark);
  });
});

describe('what is refused before anything is written', () => {
  it.each([
    ['a server without TLS', { server: 'http://throughline.example' }, { reason: 'server' }],
    ['an id that is none', { extensionId: 'throughline' }, { reason: 'extensionId' }],
    ['a version that is none', { minimumVersion: 'newest' }, { reason: 'minimumVersion' }],
    [
      'an add-on without TLS',
      { firefoxInstallUrl: 'http://a.example/x.xpi' },
      { reason: 'firefoxInstallUrl' },
    ],
    ['a group with a long name', { group: 'x'.repeat(61) }, { reason: 'group' }],
    ['a group with a line break', { group: 'front\ndesk' }, { reason: 'group' }],
  ])('%s', (_what, part, refusal) => {
    expect(policySource({ ...WANTED, ...part })).toEqual({ ok: false, refusal: [refusal] });
  });

  it.each([
    ['alertsOff', 'true', 'unknownKey'],
    ['lockAfterIdleMinutes', '0', 'badValue'],
    ['lockAfterIdleMinutes', '61', 'badValue'],
    ['lockAfterIdleMinutes', 'never', 'badValue'],
    ['allowedEhrs', 'simplepractice,other', 'badValue'],
    ['offlineCache', 'yes', 'badValue'],
    ['bannerText', 'x'.repeat(201), 'badValue'],
    ['bannerText', 'one line\nand another', 'badValue'],
    ['supportContact', 'a bell \u0007', 'badValue'],
    ['backendAddress', 'http://other.example', 'badValue'],
  ])('the setting %s=%s', (key, value, reason) => {
    expect(policySource({ ...WANTED, settings: new Map([[key, value]]) })).toEqual({
      ok: false,
      refusal: [{ reason, key }],
    });
  });

  it('everything at once', () => {
    const typed = new Map([
      ['lockAfterIdleMinutes', '0'],
      ['bannerText', 'x'.repeat(201)],
    ]);
    expect(policySource({ ...WANTED, extensionId: '', settings: typed })).toEqual({
      ok: false,
      refusal: [
        { reason: 'extensionId' },
        { reason: 'badValue', key: 'lockAfterIdleMinutes' },
        { reason: 'badValue', key: 'bannerText' },
      ],
    });
  });

  it.each([
    ['nothing', [], 'wrong'],
    ['another platform', ['--server', 'https://a.example', '--platform', 'beos'], 'wrong'],
    [
      'a setting without a value',
      ['--server', 'https://a.example', '--platform', 'all', '--set', 'x'],
      'wrong',
    ],
    ['an option that it has not', ['--secret', 'x'], 'wrong'],
    ['no id anywhere', ['--server', 'https://a.example', '--platform', 'all'], 'policy'],
  ])('words with %s', (_what, words, is) => {
    expect(readPolicyWords(words, null)).toMatchObject({ ok: false, refusal: { is } });
  });

  it('takes the id of the release folder, and makes the files of all platforms', () => {
    const asked = readPolicyWords(['--server', 'https://a.example', '--platform', 'all'], ID);
    expect(asked.ok && asked.value.platforms).toEqual(Object.keys(PLATFORMS));
  });
});
