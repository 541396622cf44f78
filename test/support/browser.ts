import { access } from 'node:fs/promises';
import { type Browser, type BrowserContext, launch, type Page } from 'puppeteer';

/** Which browser to start, and what it may reach. */
export type BrowserOptions = {
  /** Host name to port of 127.0.0.1. Every other host but 127.0.0.1 itself is unreachable. */
  readonly hosts: Readonly<Record<string, number>>;
  /** Folder of an unpacked extension build to load. */
  readonly extensionDir?: string;
  /** Default true. */
  readonly headless?: boolean;
  /** Folder of a profile to keep; default a new one that is thrown away. */
  readonly userDataDir?: string;
};

const PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// Puppeteer switches extensions and their background pages off by default; here they are the point.
const UNWANTED_DEFAULTS = [
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
];

/**
 * Path of the Chromium to use: `CHROMIUM_PATH`, else the first one found in the usual places; null
 * when there is none.
 */
export async function findChromium(): Promise<string | null> {
  const wanted = process.env['CHROMIUM_PATH'];
  const candidates = wanted === undefined || wanted === '' ? PATHS : [wanted];
  for (const path of candidates) {
    if (await exists(path)) return path;
  }
  return null;
}

/** Starts Chromium with the given hosts mapped to loopback. Throws when no Chromium is found. */
export async function launchBrowser(options: BrowserOptions): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === null) {
    throw new Error('No Chromium found. Install one, or set CHROMIUM_PATH to its path.');
  }
  const { extensionDir, headless = true, userDataDir } = options;
  return launch({
    executablePath,
    headless,
    // Whoever starts a browser ends it; ending the process at once would leave the rest running.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    defaultViewport: headless ? { width: 1440, height: 900 } : null,
    ignoreDefaultArgs: UNWANTED_DEFAULTS,
    ...(extensionDir === undefined ? {} : { enableExtensions: [extensionDir] }),
    ...(userDataDir === undefined ? {} : { userDataDir }),
    args: [
      `--host-resolver-rules=${resolverRules(options.hosts)}`,
      '--ignore-certificate-errors',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
      // Chromium refuses its sandbox to root, which is what containers run as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

function resolverRules(hosts: Readonly<Record<string, number>>): string {
  const mapped = Object.entries(hosts).map(([host, port]) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [...mapped, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ');
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** How long a page may take to show what is waited for; no verdict rests on it, it ends a hang. */
const PATIENCE_MS = 120_000;

/** Opens a tab that waits as long as a busy machine needs. */
export async function openTab(of: Browser | BrowserContext): Promise<Page> {
  const page = await of.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}
