import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'wxt';
import { manifestIn } from '#backend/deploy/crx/manifest.ts';
import { addedPowers, powersOf } from '#backend/deploy/crx/permissions.ts';
import PERMISSION_PIN from '#backend/deploy/release/permission-pin.json' with { type: 'json' };
import { schemaFaults } from '#backend/deploy/release/schema-rules.ts';
import { QUIET_LOGGER } from '#test/support/quiet-logger.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
type BrowserName = (typeof BROWSERS)[number];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manifests-'));
  const logger = QUIET_LOGGER;
  for (const browser of BROWSERS) await build({ root: ROOT, outDir: folder, browser, logger });
});

afterAll(() => rm(folder, { recursive: true }));

const directory = (browser: BrowserName) => join(folder, `${browser}-mv3`);

async function manifestOf(browser: BrowserName): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(directory(browser), 'manifest.json'), 'utf8'));
}

const EHRS = [
  'https://secure.simplepractice.com/*',
  'https://www.therapynotes.com/*',
  'https://app.sessionshealth.com/*',
];
const FRAMED_BY =
  'https://secure.simplepractice.com https://www.therapynotes.com https://app.sessionshealth.com';

/** Everything that may be asked of every browser. A change here is a change of what we may do. */
const COMMON = {
  manifest_version: 3,
  name: '__MSG_extensionName__',
  description: '__MSG_extensionDescription__',
  default_locale: 'en',
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
  permissions: ['storage', 'alarms', 'scripting', 'idle', 'webNavigation', 'notifications'],
  host_permissions: [...EHRS, 'https://video.simplepractice.com/*', 'http://127.0.0.1/*'],
  optional_host_permissions: ['https://*/*'],
  action: { default_title: 'Throughline', default_popup: 'popup.html' },
  commands: {
    'toggle-panel': {
      suggested_key: { default: 'Alt+Shift+K' },
      description: '__MSG_commandTogglePanel__',
    },
    'next-alert': {
      suggested_key: { default: 'Alt+Shift+J' },
      description: '__MSG_commandNextAlert__',
    },
    'go-to-insert': {
      suggested_key: { default: 'Alt+Shift+Y' },
      description: '__MSG_commandGoToInsert__',
    },
  },
  content_security_policy: {
    extension_pages: [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      'connect-src https: http://127.0.0.1:*',
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors 'self' ${FRAMED_BY}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
  },
  options_ui: { open_in_tab: true, page: 'options.html' },
};

const CHROMIUM = {
  ...COMMON,
  minimum_chrome_version: '133',
  storage: { managed_schema: 'managed_schema.json' },
  background: { service_worker: 'background.js' },
  web_accessible_resources: [{ resources: ['panel.html'], matches: EHRS, use_dynamic_url: true }],
};

const FIREFOX = {
  ...COMMON,
  background: { scripts: ['background.js'] },
  web_accessible_resources: [{ resources: ['panel.html'], matches: EHRS }],
  browser_specific_settings: {
    gecko: {
      id: 'extension@throughline.example',
      strict_min_version: '130.0',
      data_collection_permissions: {
        required: ['healthInfo', 'personallyIdentifyingInfo', 'authenticationInfo'],
      },
    },
  },
};

describe('the manifest', () => {
  it.each([
    ['chrome', CHROMIUM],
    ['edge', CHROMIUM],
    ['firefox', FIREFOX],
  ] as const)('of %s asks for exactly this', async (browser, expected) => {
    const { version, content_scripts: scripts, ...rest } = await manifestOf(browser);
    expect(rest).toEqual(expected);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(scripts).toEqual([
      {
        matches: ['https://secure.simplepractice.com/*'],
        js: ['simplepractice.js'],
        run_at: 'document_idle',
      },
      {
        matches: ['https://www.therapynotes.com/app/*'],
        js: ['therapynotes.js'],
        run_at: 'document_idle',
      },
      {
        matches: ['https://app.sessionshealth.com/*'],
        js: ['sessionshealth.js'],
        run_at: 'document_idle',
      },
    ]);
  });

  it('runs content scripts on the EHRs’ hosts and nowhere else', async () => {
    const { content_scripts: scripts } = await manifestOf('chrome');
    const matches = (scripts as { matches: string[] }[]).flatMap((script) => script.matches);
    const hosts = matches.map((match) => new URL(match.replace('*', '')).origin);
    expect(new Set(hosts)).toEqual(new Set(EHRS.map((host) => new URL(host).origin)));
  });

  it('asks for nothing beyond what was released, unless two people approved it', async () => {
    const manifest = manifestIn(JSON.stringify(await manifestOf('chrome')));
    if (manifest === null) throw new Error('no manifest');
    const added = addedPowers(PERMISSION_PIN, powersOf(manifest));
    const isApproved = new Set(PERMISSION_PIN.approvedBy).size >= 2;
    expect(isApproved ? [] : added).toEqual([]);
  });

  it('has a policy schema that browsers accept', async () => {
    const text = await readFile(join(directory('chrome'), 'managed_schema.json'), 'utf8');
    expect(schemaFaults(JSON.parse(text))).toEqual([]);
  });
});

async function gzipped(files: readonly string[]): Promise<number> {
  const contents = await Promise.all(
    files.map((file) => readFile(join(directory('chrome'), file))),
  );
  return contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
}

describe('what ships', () => {
  it('is a panel below 110,000 bytes', async () => {
    const page = await readFile(join(directory('chrome'), 'panel.html'), 'utf8');
    const parts = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(parts.length).toBeGreaterThan(1);
    expect(await gzipped(['panel.html', ...parts])).toBeLessThan(110_000);
  });

  it('has no gallery, no invented person and no source map in it', async () => {
    const files = await readdir(directory('chrome'), { recursive: true, withFileTypes: true });
    const plain = files.filter((file) => file.isFile());
    expect(plain.map(({ name }) => name).filter((name) => /\.map$|gallery/.test(name))).toEqual([]);
    for (const file of plain.filter(({ name }) => name.endsWith('.js'))) {
      const text = await readFile(join(file.parentPath, file.name), 'utf8');
      expect(text).not.toMatch(/Jordan Avery|Riley Chen/);
    }
  });
});
