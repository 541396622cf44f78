import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { updateManifest } from '#backend/deploy/releases/update-manifest.ts';
import { type ManagedKey, SAFEST } from '#shared/contracts/managed-settings.ts';
import { startSimplePractice } from '#test/ehr/simplepractice/server.ts';
import { openTab } from '#test/support/browser.ts';
import { sharedBuild } from '#test/support/extension-build.ts';
import { policyObstacle } from '#test/support/managed-browser.ts';
import { packInto, testKey } from '#test/support/release.ts';
import { until } from '#test/support/until.ts';
import {
  announceChanges,
  badgesIn,
  type ManagedWorld,
  managedWorld,
  settingsIn,
  settingsPage,
  sinceAnnounced,
  updateCheck,
} from './managed-world.ts';

const obstacle = policyObstacle();
if (obstacle !== null) console.log(`Managed policies are not tried here: ${obstacle}.`);

/** Within which a change of the policy is in use. */
const LIVE_WITHIN_MS = 5000;

const SETTINGS = { lockAfterIdleMinutes: '7', bannerText: 'Case conference at noon.' };

/** A handful of the campaign's broken keys, each through the browser's own filter. */
const BROKEN: readonly (readonly [string, ManagedKey, unknown])[] = [
  ['minutes out of range', 'lockAfterIdleMinutes', 61],
  ['one bad member', 'allowedEhrs', ['therapynotes', 'other']],
  ['a word for yes', 'offlineCache', 'yes'],
  ['a server without TLS', 'backendAddress', 'http://throughline.example'],
  ['a sentence that is too long', 'bannerText', 'x'.repeat(201)],
];

function extensionsOf(policy: object): Readonly<Record<string, object>> {
  const { '3rdparty': thirdParty } = policy as {
    readonly '3rdparty': { readonly extensions: Readonly<Record<string, object>> };
  };
  return thirdParty.extensions;
}

let world: ManagedWorld;
let ehr: Awaited<ReturnType<typeof startSimplePractice>>;
let browser: Browser | null = null;

async function start(profile: string): Promise<Browser> {
  const hosts = { 'secure.simplepractice.com': ehr.port };
  browser = await world.policies.browse({ profile: join(world.root, profile), hosts });
  return browser;
}

async function stop(): Promise<void> {
  await browser?.close();
  browser = null;
}

describe.skipIf(obstacle !== null)('an extension that a policy installs', () => {
  beforeAll(async () => {
    world = await managedWorld(await sharedBuild(inject('runFolder')));
    ehr = await startSimplePractice();
  });
  afterAll(async () => {
    await ehr.close();
    await world.close();
  });
  afterEach(stop);

  it('comes from the backend, waits, obeys, stays so over a restart, and is locked without', async () => {
    world.policies.set(world.policy(SETTINGS));
    const first = await settingsPage(await start('life'), world.extensionId);
    const seen = new Set<string>();
    await until('the settings are here', async () => {
      const { standing, settings } = await settingsIn(first);
      seen.add(`${standing} ${settings.backendAddress.value}`);
      return standing === 'present';
    });
    const there = `present ${world.backend.url.origin}`;
    expect(new Set([...seen, 'waiting null'])).toEqual(new Set(['waiting null', there]));
    await first.waitForSelector('[data-setting="bannerText"]');
    await first.waitForFunction(() => document.body.innerText.includes('Case conference at noon.'));
    const disabled = '[data-setting="lockAfterIdleMinutes"] input:disabled';
    expect(await first.$eval(disabled, (field) => field.value)).toBe('7');

    await announceChanges(first);
    world.policies.set(world.policy({ ...SETTINGS, lockAfterIdleMinutes: '9' }));
    await first.waitForFunction(
      (field) => {
        const input = document.querySelector(field);
        return input instanceof HTMLInputElement && input.value === '9';
      },
      {},
      disabled,
    );
    // Chromium itself lets a changed file rest for five seconds before it reads it.
    expect(await sinceAnnounced(first)).toBeLessThan(LIVE_WITHIN_MS);
    await stop();

    const again = await settingsPage(await start('life'), world.extensionId);
    const { standing, settings } = await settingsIn(again);
    expect([standing, settings.lockAfterIdleMinutes]).toEqual([
      'present',
      { value: 9, source: 'policy' },
    ]);
    const { ExtensionSettings } = world.policy({}) as { readonly ExtensionSettings: object };
    world.policies.set({ ExtensionSettings });
    await until(
      'the settings are gone',
      async () => (await settingsIn(again)).standing === 'removed',
    );
    expect((await settingsIn(again)).settings).toMatchObject({
      backendAddress: { value: null },
      lockAfterIdleMinutes: { value: 9, source: 'policy' },
    });
    await again.waitForFunction(() => document.body.innerText.includes('were taken away'));
  });

  it('says so where a policy keeps it out of an EHR', async () => {
    const runtime_blocked_hosts = ['*://secure.simplepractice.com'];
    world.policies.set(world.policy(SETTINGS, { runtime_blocked_hosts }));
    const settings = await settingsPage(await start('blocked'), world.extensionId);
    const chart = await openTab(settings.browser());
    await chart.goto('https://secure.simplepractice.com/clients/abc123/overview');
    await until('the badge says it', async () =>
      (await badgesIn(settings)).some((badge) => /^\?: .*blocked or not working/.test(badge)),
    );
  });

  it('is off in an EHR that the practice does not allow', async () => {
    world.policies.set(world.policy({ ...SETTINGS, allowedEhrs: 'therapynotes' }));
    const settings = await settingsPage(await start('allowed'), world.extensionId);
    await until(
      'the settings are here',
      async () => (await settingsIn(settings)).standing === 'present',
    );
    const chart = await openTab(settings.browser());
    await chart.goto('https://secure.simplepractice.com/clients/abc123/overview');
    await until('the badge says it', async () =>
      (await badgesIn(settings)).some((badge) => badge.startsWith('off: Your practice')),
    );
    expect(chart.frames().filter((frame) => frame.url().startsWith('chrome-extension:'))).toEqual(
      [],
    );
  });

  it.each(BROKEN)('has the safest value where the policy has %s', async (name, key, value) => {
    const good = world.policy(SETTINGS);
    const { [world.extensionId]: set = {} } = extensionsOf(good);
    const broken = { ...set, [key]: value, alertsOff: true };
    world.policies.set({
      ...good,
      '3rdparty': { extensions: { [world.extensionId]: broken } },
    });
    const page = await settingsPage(await start(name), world.extensionId);
    await until(
      'the settings are here',
      async () => (await settingsIn(page)).standing === 'present',
    );
    const { settings } = await settingsIn(page);
    // Chromium drops what its schema refuses; what only we refuse arrives, and is told as refused.
    expect(['safest', 'refused']).toContain(settings[key].source);
    expect(settings[key].value).toEqual(SAFEST[key]);
    expect(Object.keys(settings)).not.toContain('alertsOff');
  });

  it('does not run below the version that a policy asks for', async () => {
    world.policies.set(world.policy(SETTINGS));
    const settings = await settingsPage(await start('minimum'), world.extensionId);
    const closed = new Promise<void>((resolve) => settings.once('close', () => resolve()));
    world.policies.set(world.policy(SETTINGS, { minimum_version_required: '9.9' }));
    await closed;
  });

  it.each([
    ['a higher version', '1.0.0', '1.1.0', 'update_available'],
    ['no lower version', '1.1.0', '1.0.0', 'no_update'],
  ])('takes %s from the backend', async (name, before, after, status) => {
    world.policies.set(world.policy(SETTINGS));
    await world.pin(before);
    const settings = await settingsPage(await start(name), world.extensionId);
    await world.pin(after);
    expect(await updateCheck(settings)).toBe(status);
  });
});

/** Serves one file as the newest version of an extension, as a server would that was taken over. */
async function badServer(extensionId: string, crx: Buffer) {
  let fetched = 0;
  const server: Server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const codebase = `http://127.0.0.1:${port}/bad.crx`;
    const release = { version: '1.0.0', codebase, minimumChromeVersion: '120' };
    const isCrx = request.url === '/bad.crx';
    if (isCrx) fetched += 1;
    response.setHeader('content-type', isCrx ? 'application/x-chrome-extension' : 'text/xml');
    response.end(isCrx ? crx : updateManifest({ extensionId, release }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/update.xml`,
    fetched: () => fetched,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe.skipIf(obstacle !== null)('a packed extension that is not ours', () => {
  beforeAll(async () => {
    world = await managedWorld(await sharedBuild(inject('runFolder')));
    ehr = await startSimplePractice();
  });
  afterAll(async () => {
    await ehr.close();
    await world.close();
  });
  afterEach(stop);

  it.each(['tampered', 'signed with another key'])('is refused by the browser: %s', async (how) => {
    const good = readFileSync(join(world.releases, 'throughline-1.0.0.crx'));
    const control = await anotherPacked(how);
    const tampered = Buffer.from(good);
    const place = good.length - 2000;
    tampered.writeUInt8(good.readUInt8(place) ^ 1, place);
    const bad = how === 'tampered' ? tampered : control.crx;
    const servers = [
      await badServer(world.extensionId, bad),
      await badServer(control.extensionId, control.crx),
    ] as const;
    const policy = world.policy(SETTINGS, { update_url: servers[0].url }) as {
      readonly ExtensionSettings: object;
    };
    const installation = { installation_mode: 'force_installed', update_url: servers[1].url };
    const ExtensionSettings = {
      ...policy.ExtensionSettings,
      [control.extensionId]: installation,
    };
    world.policies.set({ ...policy, ExtensionSettings });
    const running = await start(how);
    await until('the bad one was fetched', () => servers[0].fetched() > 0);
    // One that is good comes the same way: it is the file that is refused, not the way.
    await running.waitForTarget((target) => target.url().includes(control.extensionId));
    await stop();
    const installed = readdirSync(join(world.root, how, 'Default', 'Extensions'));
    expect(installed).toContain(control.extensionId);
    expect(installed).not.toContain(world.extensionId);
    await Promise.all(servers.map((server) => server.close()));
  });
});

/** The same build, packed with a key of its own. */
async function anotherPacked(name: string): Promise<{ extensionId: string; crx: Buffer }> {
  const key = testKey(join(world.root, `${name}.pem`));
  const folder = join(world.root, `${name} releases`);
  await packInto(folder, { build: join(world.root, 'build-1.0.0'), key: key.path });
  const crx = readFileSync(join(folder, 'throughline-1.0.0.crx'));
  return { extensionId: key.extensionId, crx };
}
