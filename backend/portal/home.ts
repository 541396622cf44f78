import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import { ClientLanguage } from '#shared/contracts/contact.ts';
import { COUNTRIES } from '#shared/crisis/countries.ts';
import { ASSETS } from '../pages/assets.ts';
import type { Markup } from '../pages/page.ts';
import { clientPage } from './frame.ts';
import { type PortalContext, readerIn } from './portal-env.ts';
import { ANYWHERE, type Reader, strangerOf } from './reader.ts';
import { supportBlock } from './support.ts';

/**
 * What stands behind the icon on a phone's screen, and in place of any page of a link while there is
 * no connection: what to do, and the ways to get help. Belongs to nobody, so that it may be kept.
 */
export function showHome(c: PortalContext) {
  const reader = readerIn(c);
  return c.html(clientPage({ reader, screen: home(reader), checkIn: null, helpOnScreen: true }));
}

function home(reader: Reader): Markup {
  const words = reader.say.home;
  return html`<h1 id="heading" tabindex="-1">${words.heading}</h1>
    <p>${words.why}</p>
    <p>${words.offline}</p>
    ${supportBlock(reader)}`;
}

/** That screen as everybody may find it. */
async function everyHome(): Promise<string> {
  const regions = [...Object.keys(COUNTRIES), ANYWHERE];
  const readers = ClientLanguage.options.flatMap((language) =>
    regions.map((region) => strangerOf(language, region)),
  );
  return String(await html`${readers.map(home)}`);
}

const WORKER = filledIn(
  readFileSync(new URL('browser/worker.js', import.meta.url), 'utf8'),
  await everyHome(),
);

/** The script that keeps that page. Its address is fixed, since its reach follows from it. */
export function serveWorker(c: PortalContext) {
  return c.body(WORKER, 200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
  });
}

/** A phone keeps the page anew when the release is another one, so what the page says is part of it. */
function filledIn(script: string, said: string): string {
  const { style, icon } = ASSETS;
  const release = createHash('sha256')
    .update(script + said + style.href + icon.href)
    .digest('hex');
  return script
    .replace('RELEASE', release.slice(0, 12))
    .replace("'STYLE'", `'${style.href}'`)
    .replace("'ICON'", `'${icon.href}'`);
}
