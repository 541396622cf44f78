import type { AddressRefusal } from '#shared/contracts/backend-address.ts';

/** What the person reads about a refused address. */
export const ADDRESS_REFUSAL_WORDS: Readonly<Record<AddressRefusal, string>> = {
  notAnAddress:
    'That is not an address. It looks like https://throughline.practice.example. Nothing was changed.',
  notSecure:
    'Only https addresses are accepted, and http for 127.0.0.1 on this computer. Nothing was changed.',
  notOnlyAnOrigin:
    'Leave out everything after the host name: no path, no user name. Nothing was changed.',
};

/**
 * The match pattern of a permission for an origin. Patterns carry no port: browsers differ in
 * what they make of one, and a permission is for a host anyway.
 */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
