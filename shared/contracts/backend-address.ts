import { ok, type Result, refuse } from './result.ts';

/** Why a backend address is not accepted. */
export type AddressRefusal = 'notAnAddress' | 'notSecure' | 'notOnlyAnOrigin';

/** The one host that may be reached without encryption: it never leaves the computer. */
const LOOPBACK = '127.0.0.1';

/**
 * The origin that an address names, such as `https://throughline.practice.example:8443`.
 * `localhost` is refused for http: what it resolves to is not ours to know.
 */
export function backendOrigin(address: string): Result<string, AddressRefusal> {
  const url = URL.parse(address.trim());
  if (url === null || url.hostname === '') return refuse('notAnAddress');
  if (!isSecure(url)) return refuse('notSecure');
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return bare && url.password === '' ? ok(url.origin) : refuse('notOnlyAnOrigin');
}

function isSecure(url: URL): boolean {
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && url.hostname === LOOPBACK;
}
