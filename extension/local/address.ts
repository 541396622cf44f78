import { ok, type Result, refuse } from '#shared/contracts/result.ts';

/** Why a backend address is not accepted. */
export type AddressRefusal = 'notAnAddress' | 'notSecure' | 'notOnlyAnOrigin';

/** What the person reads about a refused address. */
export const ADDRESS_REFUSAL_WORDS: Readonly<Record<AddressRefusal, string>> = {
  notAnAddress:
    'That is not an address. It looks like https://throughline.practice.example. Nothing was changed.',
  notSecure:
    'Only https addresses are accepted, and http for 127.0.0.1 on this computer. Nothing was changed.',
  notOnlyAnOrigin:
    'Leave out everything after the host name: no path, no user name. Nothing was changed.',
};

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

/**
 * The match pattern of a permission for an origin. Patterns carry no port: browsers differ in
 * what they make of one, and a permission is for a host anyway.
 */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

function isSecure(url: URL): boolean {
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && url.hostname === LOOPBACK;
}
