import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { type DestinationStream, type Logger, pino } from 'pino';
import { ERRORS } from '#shared/contracts/errors.ts';
import type { RequestEnv } from './env.ts';
import { failureOf } from './failure.ts';
import { traceOf } from './trace.ts';

/** The backend's log: JSON lines, without host name, and with secrets struck out if one slips in. */
export function createLog(level: string, stream: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      redact: ['token', 'password', 'email', 'cookie', 'authorization', '*.token', '*.password'],
    },
    stream,
  );
}

/**
 * Writes one line per request: method, route pattern, status, duration. Never the address as
 * called (a link's secret stands in it), never a header, a body or an error's message.
 */
export function accessLog(log: Logger, elapsed: () => number) {
  return createMiddleware<RequestEnv>(async (c, next) => {
    const startedAt = elapsed();
    await next();
    const failure = c.error === undefined ? c.get('failure') : failureOf(c.error).code;
    const line = {
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routePath(c, -1),
      procedure: c.get('procedure'),
      status: c.res.status,
      failure,
      ms: Math.round((elapsed() - startedAt) * 10) / 10,
    };
    if (failure === undefined) log.info(line, 'request');
    else if (failure === 'unexpected')
      log.error({ ...line, trace: traceOf(c.error ?? c.get('cause')) }, 'request');
    else log[ERRORS[failure].level](line, 'request');
  });
}
