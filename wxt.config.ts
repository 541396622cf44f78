import { fileURLToPath } from 'node:url';
import { defineConfig, type UserManifest } from 'wxt';

/** The EHR pages that Throughline reads and is shown in. */
const EHR_HOSTS = [
  'https://secure.simplepractice.com/*',
  'https://www.therapynotes.com/*',
  'https://app.sessionshealth.com/*',
];

/**
 * The scripts that read the EHRs' pages, one an EHR, registered here and built as plain scripts: WXT's
 * own wrapper for content scripts tells every page the extension's id, in a message that any page can
 * send as well to switch the script off. What shows the panel, `client-page.js`, is brought by the
 * worker to pages where a client is expected.
 */
const CONTENT_SCRIPTS: NonNullable<UserManifest['content_scripts']> = [
  { matches: ['https://secure.simplepractice.com/*'], js: ['simplepractice.js'] },
  { matches: ['https://www.therapynotes.com/app/*'], js: ['therapynotes.js'] },
  { matches: ['https://app.sessionshealth.com/*'], js: ['sessionshealth.js'] },
].map((script) => ({ ...script, run_at: 'document_idle' }));

/** SimplePractice's video sessions: that one is open is all we ask of them. No script is in them. */
const TELEHEALTH_HOST = 'https://video.simplepractice.com/*';

/**
 * Keys that no browser, EHR or screen reader we know of uses; a person can change them in the browser.
 */
const KEYBOARD_COMMANDS: NonNullable<UserManifest['commands']> = {
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
};

/** Origin of the backend that a build may talk to without asking; see README, "A real server". */
const backend = new URL(process.env['THROUGHLINE_BACKEND'] ?? 'http://127.0.0.1:7317');

/** Match patterns name no port: a permission for a host covers all of its ports. */
const backendHost = `${backend.protocol}//${backend.hostname}/*`;

/**
 * What the extension's own pages and worker may load. Nothing from elsewhere, no inline code, no
 * HTML sinks; connections only to https servers (the permission decides which) and to the
 * build's own backend; framing only by the EHRs' pages.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  `connect-src https: ${backend.protocol}//${backend.hostname}:*`,
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors 'self' ${EHR_HOSTS.map((host) => new URL(host).origin).join(' ')}`,
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Firefox needs an id and a statement of the data it sends; it has no schema for policies. */
const FIREFOX: UserManifest = {
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

/** Chromium reads policies through a schema and serves the frame from an address per session. */
const CHROMIUM: UserManifest = {
  minimum_chrome_version: '133',
  storage: { managed_schema: 'managed_schema.json' },
};

/**
 * What the panel holds instead of all there is: the measures that a client has answered, and the
 * languages that texts were asked for in.
 */
const ON_DEMAND = {
  '#shared/instruments/catalogue.ts': inPanel('measures/loaded.ts'),
  '#shared/update/language/languages.ts': inPanel('update/language/loaded.ts'),
};

function inPanel(path: string): string {
  return fileURLToPath(new URL(`extension/panel/${path}`, import.meta.url));
}

export default defineConfig({
  srcDir: 'extension',
  entrypointsDir: 'entrypoints',
  publicDir: 'extension/public',
  outDir: '.output/extension',
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // `notifications` is asked for with the rest: a call to look must not hang on every single person
    // having pressed a button before, and a practice's policy grants what is required.
    permissions: ['storage', 'alarms', 'scripting', 'idle', 'webNavigation', 'notifications'],
    host_permissions: [...EHR_HOSTS, TELEHEALTH_HOST, backendHost],
    // Asked for at the moment a person names another https server, never before.
    optional_host_permissions: ['https://*/*'],
    action: { default_title: 'Throughline' },
    commands: KEYBOARD_COMMANDS,
    content_scripts: CONTENT_SCRIPTS,
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    web_accessible_resources: [
      {
        resources: ['panel.html'],
        matches: EHR_HOSTS,
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox' ? FIREFOX : CHROMIUM),
  }),
  vite: () => ({
    define: { BUILD_BACKEND: JSON.stringify(backend.origin) },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: { alias: ON_DEMAND },
    build: {
      modulePreload: {
        polyfill: false,
        // Only what a page begins with is named in it. A link for every file that is loaded later
        // would say, in a panel that shows nobody, what the last client answered.
        resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
      },
    },
  }),
});
