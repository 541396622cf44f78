import type { MiddlewareHandler } from 'hono';
import type { Identity } from '#backend/identity/identity.ts';
import { type PortalEnv, readerIn } from './portal-env.ts';

/**
 * A device that was handed to a client holds nobody's session at the practice's pages, which are at the
 * same address as the form: whoever opens a form in kiosk mode signs out whoever was signed in there.
 * The extension locks itself before; its session is another one.
 */
export function endStaffSession({
  identity,
}: {
  readonly identity: Pick<Identity, 'visitorOf' | 'signOut'>;
}): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    await next();
    // The way in has said by now whether this is such a device, also where it asks for a birth date.
    if (!readerIn(c).kiosk) return;
    const visitor = await identity.visitorOf(c.req.header('cookie'));
    if (visitor !== null) await identity.signOut(visitor.token, c.get('requestId'));
  };
}
