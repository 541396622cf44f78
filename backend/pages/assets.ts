import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { RequestEnv } from '../http/env.ts';

interface Asset {
  readonly body: string;
  readonly type: string;
  /** Address with a fingerprint of the content, so that it may be cached for ever. */
  readonly href: string;
}

const BROWSER = new URL('../portal/browser/', import.meta.url);

/** Parts of the client's script that tell each other what happens by events alone. */
const CHECK_IN_PARTS = [
  'help-at-once.js',
  'typed-words.js',
  'leaving.js',
  'keep-help.js',
  'characters-left.js',
].map((name) => `{\n${readFileSync(new URL(name, BROWSER), 'utf8')}}\n`);

const icon = asset('icon.svg', 'image/svg+xml', new URL('assets/icon.svg', import.meta.url));

/** What the pages load. Read once, when the backend starts. */
export const ASSETS = {
  style: asset('pages.css', 'text/css', new URL('assets/pages.css', import.meta.url)),
  icon,
  manifest: asset(
    'check-in.webmanifest',
    'application/manifest+json',
    new URL('assets/check-in.webmanifest', import.meta.url),
    (manifest) => manifest.replace('ICON', icon.href),
  ),
  checkIn: asset(
    'check-in.js',
    'text/javascript',
    new URL('check-in.js', BROWSER),
    // One request for all of them, each in a scope of its own.
    (script) => [...CHECK_IN_PARTS, script].join(''),
  ),
} as const;

/** Serves the style, the icon and the script; the only replies that may be cached. */
export const assetRoutes = new Hono<RequestEnv>();
for (const { body, href, type } of Object.values(ASSETS)) {
  assetRoutes.get(href, (c) =>
    c.body(body, 200, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  );
}

/** `filledIn` puts in what the file can't know. */
function asset(
  name: string,
  type: string,
  file: URL,
  filledIn: (body: string) => string = (body) => body,
): Asset {
  const body = filledIn(readFileSync(file, 'utf8'));
  const fingerprint = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { body, type, href: `/assets/${fingerprint}/${name}` };
}
