import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '#shared/contracts/errors.ts';

/**
 * Refuses bodies of more than `maxSize` bytes. A declared length is compared without touching the
 * body: looking at it would make the server build a stream for every call. Node itself cuts a body
 * off at its declared length; one without a declared length is counted by Hono.
 */
export function sizeLimit(maxSize: number): MiddlewareHandler {
  const countAsItComes = bodyLimit({ maxSize });
  return async (c, next) => {
    const declared = c.req.header('content-length');
    if (declared === undefined || c.req.header('transfer-encoding') !== undefined) {
      return countAsItComes(c, next);
    }
    if (!(Number(declared) <= maxSize)) throw new AppError('tooLarge');
    return next();
  };
}
