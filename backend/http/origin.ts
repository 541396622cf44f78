import { createMiddleware } from 'hono/factory';
import { AppError } from '#shared/contracts/errors.ts';

/**
 * Origins whose extension may call: exact ones, or any extension while none is named. An exact
 * list is for practices that pin the extension's id.
 */
export type ExtensionOrigins = 'anyExtension' | readonly string[];

const EXTENSION_ORIGIN = /^(chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f-]{36})$/;

/** True when an Origin header names an extension that may call. An absent one never does. */
export function isOurExtension(origin: string | undefined, allowed: ExtensionOrigins): boolean {
  if (origin === undefined) return false;
  return allowed === 'anyExtension' ? EXTENSION_ORIGIN.test(origin) : allowed.includes(origin);
}

/**
 * Lets only the extension through, in addition to its token. A browser always sends Origin with a
 * POST, also from an extension's page or worker, so its absence is not a sign of trust.
 */
export function onlyOurExtension(allowed: ExtensionOrigins) {
  return createMiddleware(async (c, next) => {
    if (!isOurExtension(c.req.header('origin'), allowed)) throw new AppError('foreignOrigin');
    await next();
  });
}
