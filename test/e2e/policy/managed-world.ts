import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, TargetType } from 'puppeteer';
import { managedJson } from '#backend/deploy/policy/chromium.ts';
import { type PolicySource, policySource } from '#backend/deploy/policy/source.ts';
import { release } from '#backend/deploy/release/release.ts';
import type { RunningBackend } from '#backend/serve.ts';
import type { AllSettings } from '#extension/messages/settings.ts';
import { openTab } from '#test/support/browser.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { type PolicyFolder, policyFolder } from '#test/support/managed-browser.ts';
import { packInto, RELEASED_AT, testKey } from '#test/support/release.ts';

/** The part of the browser's extension interface that is asked from the settings page. */
declare const chrome: {
  readonly storage: {
    readonly onChanged: { addListener(heard: (changes: object, area: string) => void): void };
  };
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    requestUpdateCheck(): Promise<{ readonly status: string }>;
  };
  readonly tabs: { query(what: object): Promise<readonly { readonly id: number }[]> };
  readonly action: {
    getBadgeText(of: { readonly tabId: number }): Promise<string>;
    getTitle(of: { readonly tabId: number }): Promise<string>;
  };
};

/** A practice whose backend serves the extension, and a folder of policies that installs it. */
export interface ManagedWorld {
  readonly backend: RunningBackend;
  readonly policies: PolicyFolder;
  readonly extensionId: string;
  readonly root: string;
  /** The release folder. */
  readonly releases: string;
  /** A policy that installs the extension and sets these; as the generator makes it. */
  readonly policy: (settings: Readonly<Record<string, string>>, part?: object) => object;
  /** Offers one version to everybody, whatever others there are. */
  readonly pin: (version: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Packs the build, releases it and serves it, on loopback. */
export async function managedWorld(build: string): Promise<ManagedWorld> {
  const root = mkdtempSync(join(tmpdir(), 'throughline-managed-'));
  const releases = join(root, 'releases');
  const key = testKey(join(root, 'key.pem'));
  const backend = await startLocalBackend(root, { releases });
  const releaseAs = async (version: string) => {
    const copy = join(root, `build-${version}`);
    cpSync(build, copy, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as object;
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, version }));
    const packed = await packInto(releases, { build: copy, key: key.path });
    if (!packed.ok) throw new Error(packed.refusal.reason);
    const around = { folder: releases, build: copy, now: RELEASED_AT };
    await release({ what: 'offer', version, percentage: 100 }, around);
  };
  await releaseAs('1.0.0');
  await releaseAs('1.1.0');
  const pin = async (version: string) => {
    const around = { folder: releases, build, now: RELEASED_AT };
    await release({ what: 'pin', version }, around);
  };
  return {
    backend,
    root,
    releases,
    pin,
    extensionId: key.extensionId,
    policies: policyFolder(root),
    policy: (settings, part = {}) =>
      withPart(sourceOf(backend.url.origin, key.extensionId, settings), part),
    async close() {
      await backend.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function sourceOf(
  server: string,
  extensionId: string,
  settings: Readonly<Record<string, string>>,
): PolicySource {
  const made = policySource({ server, extensionId, settings: new Map(Object.entries(settings)) });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

/** The generated policy, with more said of the extension itself. */
function withPart(source: PolicySource, part: object): object {
  const made = managedJson(source) as { readonly ExtensionSettings: Record<string, object> };
  const { extensionId } = source;
  const own = { ...made.ExtensionSettings[extensionId], ...part };
  return { ...made, ExtensionSettings: { ...made.ExtensionSettings, [extensionId]: own } };
}

/** Waits until the extension's worker runs, and opens its settings page. */
export async function settingsPage(browser: Browser, extensionId: string): Promise<Page> {
  await browser.waitForTarget(
    (target) => target.type() === TargetType.SERVICE_WORKER && target.url().includes(extensionId),
  );
  const page = await openTab(browser);
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  return page;
}

/** All settings as the worker tells them now. */
export async function settingsIn(page: Page): Promise<AllSettings> {
  const reply = await page.evaluate(() =>
    chrome.runtime.sendMessage({ type: 'call', call: 'settings.all', input: {} }),
  );
  return (reply as { readonly value: AllSettings }).value;
}

/** Text and tooltip of every tab's badge, by a page of the extension. */
export function badgesIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    const badges = tabs.map(async ({ id: tabId }) => {
      const text = await chrome.action.getBadgeText({ tabId });
      return `${text}: ${await chrome.action.getTitle({ tabId })}`;
    });
    return Promise.all(badges);
  });
}

/** Has the browser ask for updates now; what came of it. */
export async function updateCheck(page: Page): Promise<string> {
  return page.evaluate(async () => (await chrome.runtime.requestUpdateCheck()).status);
}

/** Notes in the page when the browser announces that the policy changed. */
export async function announceChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    chrome.storage.onChanged.addListener((_changes, area) => {
      if (area === 'managed') document.body.dataset['announced'] = String(performance.now());
    });
  });
}

/** Milliseconds since the browser announced it. Throws when it has announced nothing. */
export async function sinceAnnounced(page: Page): Promise<number> {
  const { at, now } = await page.evaluate(() => ({
    at: document.body.dataset['announced'],
    now: performance.now(),
  }));
  if (at === undefined) throw new Error('the browser announced no change');
  return now - Number(at);
}
