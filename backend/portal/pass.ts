import { hkdfSync } from 'node:crypto';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { hashOfSecret } from '#backend/care/link-secret.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { PortalContext } from './portal-env.ts';

/** Name of the cookie: says nothing of what it opens. */
const NAME = 'pass';

/** How long nobody may touch the page before the birth date is asked again, in milliseconds. */
const IDLE = 30 * 60 * 1000;

/** The same on a device that many people use. */
export const KIOSK_IDLE = 5 * 60 * 1000;

/** How far ahead the clock of another backend that renewed it may be, in milliseconds. */
const CLOCKS_APART = 2 * 60 * 1000;

/** What remembers that the birth date was right. */
export interface Pass {
  /** Whether this browser gave the birth date for this link, and was not idle since. */
  readonly holds: (c: PortalContext, secret: string, idle?: number) => Promise<boolean>;
  /** Hands it out, or counts the idle time from now. */
  readonly renew: (c: PortalContext, secret: string) => Promise<void>;
  /** Takes it back. */
  readonly end: (c: PortalContext, secret: string) => void;
}

/**
 * Passes as signed cookies: bound to one link by the hash of its secret, sent only below the link's
 * own address, out of reach of scripts, and never along with a visit that another site began. The key
 * is derived (HKDF, RFC 5869), so that a pass is no signature of anything else.
 */
export function createPass(deps: {
  readonly secret: string;
  readonly publicUrl: URL;
  readonly now: () => Instant;
}): Pass {
  const { secret: master, publicUrl, now } = deps;
  const key = Buffer.from(hkdfSync('sha256', master, '', 'throughline.portal.pass', 32)).toString(
    'hex',
  );
  return {
    async holds(c, secret, idle = IDLE) {
      const [link, since] = ((await getSignedCookie(c, key, NAME)) || '').split('.');
      const untouched = Date.parse(now()) - Number(since);
      return link === hashOfSecret(secret) && untouched >= -CLOCKS_APART && untouched <= idle;
    },
    async renew(c, secret) {
      const value = `${hashOfSecret(secret)}.${Date.parse(now())}`;
      await setSignedCookie(c, NAME, value, key, {
        path: `/m/${secret}`,
        httpOnly: true,
        sameSite: 'Strict',
        secure: publicUrl.protocol === 'https:',
        maxAge: IDLE / 1000,
      });
    },
    end: (c, secret) => void deleteCookie(c, NAME, { path: `/m/${secret}` }),
  };
}
