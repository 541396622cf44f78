// Runs beside the client's pages, in the client's browser. Keeps one page with the ways to get help,
// and what it is drawn with, for when there is no connection. No question, no answer and no page that
// belongs to a link is ever kept.

/** What is kept, by the release that it belongs to. The server fills these in. */
const NAME = 'help-RELEASE';
const HELP = '/m/';
const PARTS = [HELP, 'STYLE', 'ICON'];

/** @typedef {Event & { waitUntil: (done: Promise<unknown>) => void }} Lasting */
/**
 * @typedef {Event & {
 *   request: Request,
 *   respondWith: (reply: Promise<Response>) => void,
 * }} Asked
 */

addEventListener('install', (event) => {
  /** @type {Lasting} */ (event).waitUntil(keep());
});

addEventListener('activate', (event) => {
  /** @type {Lasting} */ (event).waitUntil(forgetOthers());
});

addEventListener('fetch', (event) => {
  const asked = /** @type {Asked} */ (event);
  const { request } = asked;
  const { pathname } = new URL(request.url);
  if (request.mode === 'navigate') asked.respondWith(fetch(request).catch(() => kept(HELP)));
  else if (pathname !== HELP && PARTS.includes(pathname)) asked.respondWith(kept(request));
});

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll(PARTS);
}

async function forgetOthers() {
  for (const name of await caches.keys()) if (name !== NAME) await caches.delete(name);
}

/** @param {Request | string} asked */
async function kept(asked) {
  return (await caches.match(asked)) ?? fetch(asked);
}
