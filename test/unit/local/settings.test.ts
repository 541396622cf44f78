import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hostPattern } from '#extension/local/address.ts';
import { createServer } from '#extension/local/server.ts';
import { serverOf } from '#extension/local/settings/in-use.ts';
import { createPracticeSettings } from '#extension/local/settings/practice-settings.ts';
import { backendOrigin } from '#shared/contracts/backend-address.ts';
import {
  LONGEST_IDLE_MINUTES,
  MANAGED_KEYS,
  MANAGED_SETTINGS,
  SAFEST,
} from '#shared/contracts/managed-settings.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { BUILD, settingsWith } from '#test/support/settings-scene.ts';

const POLICY = { backendAddress: 'https://policy.example' };
const PERSON = { backendAddress: 'https://person.example' };

describe('an address', () => {
  it.each([
    ['https://throughline.practice.example', 'https://throughline.practice.example'],
    ['  https://throughline.practice.example:8443/ ', 'https://throughline.practice.example:8443'],
    ['http://127.0.0.1:7317', 'http://127.0.0.1:7317'],
  ])('%s is taken as its origin', (address, origin) => {
    expect(backendOrigin(address)).toEqual({ ok: true, value: origin });
  });

  it.each([
    ['http://throughline.practice.example', 'notSecure'],
    ['http://127.0.0.1.evil.example', 'notSecure'],
    ['http://localhost:7317', 'notSecure'],
    ['ftp://127.0.0.1', 'notSecure'],
    ['javascript:alert(1)', 'notAnAddress'],
    ['throughline', 'notAnAddress'],
    ['', 'notAnAddress'],
    ['https://practice.example/path', 'notOnlyAnOrigin'],
    ['https://practice.example/?q', 'notOnlyAnOrigin'],
    ['https://me:secret@practice.example', 'notOnlyAnOrigin'],
  ])('%s is refused: %s', (address, refusal) => {
    expect(backendOrigin(address)).toEqual({ ok: false, refusal });
  });

  it('asks for its host with all ports', () => {
    expect(hostPattern('https://practice.example:8443')).toBe('https://practice.example/*');
  });
});

describe('the backend', () => {
  it('is the policy’s before the person’s before the build’s', () => {
    expect(serverOf(settingsWith({ managed: POLICY, person: PERSON }))).toEqual({
      backend: 'https://policy.example',
      source: 'policy',
      problem: null,
    });
    expect(serverOf(settingsWith({ person: PERSON }))).toMatchObject({
      backend: 'https://person.example',
      source: 'person',
    });
    expect(serverOf(settingsWith())).toMatchObject({ backend: BUILD, source: 'build' });
  });

  it('is none while a policy-installed extension waits for its policy', () => {
    expect(serverOf(settingsWith({ installedByPolicy: true, person: PERSON }))).toEqual({
      backend: null,
      source: 'policy',
      problem: 'waitingForPractice',
    });
  });

  it('is none under a policy that names none', () => {
    const managed = { bannerText: 'Hello' };
    expect(serverOf(settingsWith({ managed, person: PERSON }))).toMatchObject({
      backend: null,
      problem: 'waitingForPractice',
    });
  });

  it('is none once the policy is gone, however the extension was installed', () => {
    for (const installedByPolicy of [true, false]) {
      const gone = { remembered: POLICY, seenInSession: true, installedByPolicy, person: PERSON };
      expect(serverOf(settingsWith(gone))).toEqual({
        backend: null,
        source: 'policy',
        problem: 'policyRemoved',
      });
    }
  });

  it.each(['http://policy.example', 'https://policy.example/path', 7, null, ''])(
    'is none when the policy says %s',
    (backendAddress) => {
      expect(serverOf(settingsWith({ managed: { backendAddress }, person: PERSON }))).toEqual({
        backend: null,
        source: 'policy',
        problem: 'policyRefused',
      });
    },
  );

  it('falls back to the build when what a person once named is no longer acceptable', () => {
    const person = { backendAddress: 'http://old.example' };
    expect(serverOf(settingsWith({ person }))).toMatchObject({ backend: BUILD });
  });
});

describe('a setting', () => {
  it('is the practice’s, key by key, and the safest where its policy has none or a bad one', () => {
    const managed = { ...POLICY, lockAfterIdleMinutes: 61, offlineCache: true, other: 1 };
    const { settings } = settingsWith({ managed, person: { safeViewDuringTelehealth: false } });
    expect(settings.offlineCache).toEqual({ value: true, source: 'policy' });
    expect(settings.lockAfterIdleMinutes).toEqual({ value: 10, source: 'refused' });
    expect(settings.safeViewDuringTelehealth).toEqual({ value: true, source: 'safest' });
    expect(Object.keys(settings)).toEqual(Object.keys(MANAGED_SETTINGS));
  });

  it('is the person’s where no practice has a say', () => {
    const { settings, standing } = settingsWith({ person: { lockAfterIdleMinutes: 3 } });
    expect(standing).toBe('none');
    expect(settings.lockAfterIdleMinutes).toEqual({ value: 3, source: 'person' });
    expect(settings.defaultShape).toEqual({ value: 'narrative', source: 'standard' });
  });

  it('lets no EHR in by a list that can’t be used', () => {
    const managed = { ...POLICY, allowedEhrs: ['simplepractice', 'therapynote'] };
    for (const remembered of [null, { ...POLICY, allowedEhrs: ['simplepractice'] }]) {
      const { allowedEhrs } = settingsWith({ managed, remembered }).settings;
      expect(allowedEhrs).toEqual({ value: [], source: 'refused' });
    }
  });

  it('stays as short as the lock was while its minutes can’t be used', () => {
    const managed = { ...POLICY, lockAfterIdleMinutes: 61 };
    const locksAfter = (lockAfterIdleMinutes: number) =>
      settingsWith({ managed, remembered: { ...POLICY, lockAfterIdleMinutes } }).settings
        .lockAfterIdleMinutes;
    expect(locksAfter(2)).toEqual({ value: 2, source: 'refused' });
    expect(locksAfter(45)).toEqual({ value: 10, source: 'refused' });
  });

  it.each([
    ['late after a restart', false, 'waiting'],
    ['taken away', true, 'removed'],
  ])('stays restricted while the policy is %s', (_what, seenInSession, standing) => {
    const remembered = { ...POLICY, allowedEhrs: ['therapynotes'], lockAfterIdleMinutes: 2 };
    const all = settingsWith({ remembered, seenInSession, installedByPolicy: true });
    expect(all.standing).toBe(standing);
    expect(all.settings.allowedEhrs).toEqual({ value: ['therapynotes'], source: 'policy' });
    expect(all.settings.lockAfterIdleMinutes.value).toBe(2);
    expect(all.settings.backendAddress.value).toBeNull();
  });
});

function browserWith(managed: { now: unknown }, installedByPolicy = true) {
  const local = memoryStorage();
  const start = () =>
    createPracticeSettings({
      local,
      session: memoryStorage(),
      readManaged: async () => managed.now,
      installedByPolicy: async () => installedByPolicy,
      build: BUILD,
    });
  return { local, start };
}

describe('the policy of a browser', () => {
  it('is remembered over a restart, with what could be used of it and nothing else', async () => {
    const managed = { now: { ...POLICY, lockAfterIdleMinutes: 2, offlineCache: 'yes' } as unknown };
    const { local, start } = browserWith(managed);
    await start().all();
    expect(local.all()).toEqual({
      lastPolicy: { backendAddress: 'https://policy.example', lockAfterIdleMinutes: 2 },
    });
    managed.now = {};
    const restarted = await start().all();
    expect(restarted.standing).toBe('waiting');
    expect(restarted.settings.lockAfterIdleMinutes).toEqual({ value: 2, source: 'policy' });
  });

  it('that lost keys goes on restricting what they restricted, over restarts, until they are back', async () => {
    const strict = { allowedEhrs: ['simplepractice'], lockAfterIdleMinutes: 2 };
    const managed = { now: { ...POLICY, ...strict, bannerText: 'Hello.' } as unknown };
    const { start } = browserWith(managed);
    await start().all();
    managed.now = POLICY;
    for (let life = 0; life < 2; life += 1) {
      const { settings } = await start().all();
      expect(settings.allowedEhrs).toEqual({ value: ['simplepractice'], source: 'remembered' });
      expect(settings.lockAfterIdleMinutes).toEqual({ value: 2, source: 'remembered' });
      expect(settings.bannerText).toEqual({ value: null, source: 'safest' });
    }
    managed.now = {};
    expect((await start().all()).settings.allowedEhrs.value).toEqual(['simplepractice']);
    const wide = { allowedEhrs: ['simplepractice', 'therapynotes'], lockAfterIdleMinutes: 30 };
    managed.now = { ...POLICY, ...wide };
    const { settings } = await start().all();
    expect(settings.allowedEhrs).toEqual({ value: wide.allowedEhrs, source: 'policy' });
    expect(settings.lockAfterIdleMinutes).toEqual({ value: 30, source: 'policy' });
  });

  it('that lost a key which allowed more than the safest has the safest, also later', async () => {
    const loose = { lockAfterIdleMinutes: 45, offlineCache: true, safeViewDuringTelehealth: false };
    const managed = { now: { ...POLICY, ...loose } as unknown };
    const { start } = browserWith(managed);
    await start().all();
    for (managed.now of [POLICY, {}]) {
      const { settings } = await start().all();
      expect(settings.lockAfterIdleMinutes).toEqual({ value: 10, source: 'safest' });
      expect(settings.offlineCache).toEqual({ value: false, source: 'safest' });
      expect(settings.safeViewDuringTelehealth).toEqual({ value: true, source: 'safest' });
    }
  });

  it('is told to be gone when it was here in this session', async () => {
    const managed = { now: POLICY as unknown };
    const settings = browserWith(managed).start();
    expect((await settings.all()).standing).toBe('present');
    managed.now = {};
    expect((await settings.all()).standing).toBe('removed');
    managed.now = POLICY;
    expect((await settings.all()).standing).toBe('present');
  });

  it('leaves a person no choice', async () => {
    const managed = { now: POLICY as unknown };
    const { local, start } = browserWith(managed);
    const choice = { key: 'offlineCache', value: true } as const;
    expect(await start().choose(choice)).toEqual({ ok: false, refusal: 'setByPractice' });
    managed.now = {};
    expect(await start().choose(choice)).toEqual({ ok: false, refusal: 'setByPractice' });
    expect(local.all()).not.toHaveProperty('settingChoices');
  });
});

describe('a person’s choice of a setting', () => {
  it('is kept, and taken back', async () => {
    const settings = browserWith({ now: {} }, false).start();
    await settings.choose({ key: 'lockAfterIdleMinutes', value: 25 });
    expect((await settings.all()).settings.lockAfterIdleMinutes).toEqual({
      value: 25,
      source: 'person',
    });
    await settings.choose({ key: 'lockAfterIdleMinutes', value: null });
    expect((await settings.all()).settings.lockAfterIdleMinutes.source).toBe('standard');
  });
});

function server(options: { managed?: unknown; granted?: readonly string[] } = {}) {
  const granted = options.granted ?? ['http://127.0.0.1/*', 'https://person.example/*'];
  const { local, start } = browserWith({ now: options.managed ?? {} }, false);
  const created = createServer({
    practice: start(),
    mayReach: async (pattern) => granted.includes(pattern),
    build: BUILD,
  });
  return { ...created, local };
}

describe('a person’s choice of server', () => {
  it('is kept', async () => {
    const { setBackend, settings } = server();
    expect(await setBackend('https://person.example/')).toMatchObject({ ok: true });
    expect(await settings()).toEqual({
      backend: 'https://person.example',
      source: 'person',
      problem: null,
    });
  });

  it('is forgotten when it is the build’s own', async () => {
    const { setBackend, local } = server();
    await setBackend('https://person.example');
    await setBackend(BUILD);
    expect(local.all()).toEqual({});
  });

  it('is refused under a policy', async () => {
    const { setBackend, local } = server({ managed: { backendAddress: BUILD } });
    expect(await setBackend('https://person.example')).toEqual({
      ok: false,
      refusal: 'setByPractice',
    });
    expect(local.all()).not.toHaveProperty('backendAddress');
  });

  it('is refused without the browser’s permission', async () => {
    const { setBackend } = server({ granted: [] });
    expect(await setBackend('https://person.example')).toEqual({
      ok: false,
      refusal: 'accessNotGranted',
    });
  });

  it('says when the present host may not be reached', async () => {
    const { settings } = server({ granted: [] });
    expect(await settings()).toMatchObject({ backend: BUILD, problem: 'accessNotGranted' });
  });
});

interface Node {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Node;
}

const SCHEMA_FILE = new URL('../../../extension/public/managed_schema.json', import.meta.url);
const SCHEMA = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as {
  readonly properties: Readonly<Record<string, Node>>;
};

/** Whether Chromium would publish a value under a key. */
function passes(node: Node, value: unknown): boolean {
  if (node.type === 'array') {
    const { items } = node;
    return Array.isArray(value) && items !== undefined && value.every((one) => passes(items, one));
  }
  if (node.type === 'integer') {
    const { minimum = -Infinity, maximum = Infinity } = node;
    return Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
  }
  if (typeof value !== node.type) return false;
  return node.enum === undefined || node.enum.includes(String(value));
}

/** One value on each side of every border, and some that belong to other keys. */
const VALUES: readonly unknown[] = JSON.parse(`[
  0, 1, 10, ${LONGEST_IDLE_MINUTES}, ${LONGEST_IDLE_MINUTES + 1}, -1, 1.5, "10", null, {},
  true, false, "true", "https://a.example", "", "${'x'.repeat(400)}",
  "narrative", "soap", "dap", "birp", "SOAP", "chart", "supervisor", "clientLetter", "public",
  "stable", "early", "beta",
  [], ["simplepractice"], ["therapynotes", "sessionshealth"], ["other"], "simplepractice"
]`);

describe('the schema that Chromium filters by', () => {
  it('has the contract’s keys, each with a title and a description', () => {
    expect(Object.keys(SCHEMA.properties)).toEqual([...MANAGED_KEYS]);
    for (const node of Object.values(SCHEMA.properties)) {
      expect(node).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    }
  });

  it('lets through whatever the contract takes, and drops what it does not, but for lengths', () => {
    for (const key of MANAGED_KEYS) {
      const node = SCHEMA.properties[key];
      if (node === undefined) throw new Error(`no node for ${key}`);
      for (const value of VALUES) {
        const taken = MANAGED_SETTINGS[key].safeParse(value).success;
        // Chromium's schemas know no length: those are looked at by the contract alone.
        const isLength = node.type === 'string' && node.enum === undefined && !taken;
        if (isLength && typeof value === 'string') continue;
        expect([key, value, passes(node, value)]).toEqual([key, value, taken]);
      }
    }
  });

  it('takes the safest value of every key that has one', () => {
    for (const key of MANAGED_KEYS) {
      const safest = SAFEST[key];
      if (safest !== null) expect(MANAGED_SETTINGS[key].safeParse(safest).success).toBe(true);
    }
  });
});
