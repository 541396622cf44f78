import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { hashOfSecret } from '#backend/care/link-secret.ts';
import { failureFor } from '../http/failure.ts';
import { visitOf } from './link.ts';
import type { LinkContext, PortalEnv } from './portal-env.ts';
import { failureReply } from './reply.ts';

/**
 * Pages and forms behind one link in so many seconds. Whoever answers a hundred questions without a
 * script and changes every one asks some 400 times, and nobody does so within five minutes. Each saved
 * answer stays for good, so without a limit one browser could fill the record.
 */
const REQUESTS = { points: 600, duration: 5 * 60 };

/**
 * Answers 429 to what goes beyond the limit of one link. It is counted in this process alone: this holds
 * up a flood and guards no secret, so it is worth no write to the database. Stands behind the door, so that
 * pages asked for without the birth date use nothing up. The last word on a question is never refused for
 * longer than the time above.
 */
export function holdUpFloods(): MiddlewareHandler<PortalEnv, '/m/:secret/*'> {
  const limiter = new RateLimiterMemory(REQUESTS);
  return async (c: LinkContext, next) => {
    const link = hashOfSecret(visitOf(c).secret);
    if (link === null) return next();
    try {
      await limiter.consume(link);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      c.header('retry-after', String(Math.ceil(refusal.msBeforeNext / 1000)));
      return failureReply(c, failureFor('tooMany'));
    }
    return next();
  };
}
