import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AppError, ERRORS, type ErrorCode, type ErrorEntry } from '#shared/contracts/errors.ts';
import type { RequestEnv } from './env.ts';

/** How a failed request is answered. */
export interface Failure {
  readonly code: ErrorCode | 'unexpected';
  readonly status: ErrorEntry['status'] | 500;
  /** Words for the person who made the request. */
  readonly message: string;
}

const UNEXPECTED: Failure = {
  code: 'unexpected',
  status: 500,
  message: 'Something failed on the server. Nothing that was confirmed as saved is lost.',
};

/** What an error means to the outside; everything that is not a listed refusal is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return failureFor(error.code);
  // Hono's own middleware refuses a foreign origin and an oversized body with these.
  if (error instanceof HTTPException && error.status === 403) return failureFor('foreignOrigin');
  if (error instanceof HTTPException && error.status === 413) return failureFor('tooLarge');
  return UNEXPECTED;
}

/** A listed refusal, ready to be answered. */
export function failureFor(code: ErrorCode): Failure {
  return { code, status: ERRORS[code].status, message: ERRORS[code].message };
}

/** Answers a failure as JSON, for callers that are programs. */
export function failAsJson(c: Context<RequestEnv>, failure: Failure): Response {
  c.set('failure', failure.code);
  return c.json(
    { error: failure.code, message: failure.message, requestId: c.get('requestId') },
    failure.status,
  );
}
