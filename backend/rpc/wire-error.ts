import type { TRPCDefaultErrorShape, TRPCError } from '@trpc/server';
import { AppError, ERRORS, type ErrorCode } from '#shared/contracts/errors.ts';

/** What a caller may learn of a failed call: our code, our words, and the id to quote. */
export interface WireError {
  readonly code: TRPCDefaultErrorShape['code'];
  readonly message: string;
  readonly data: {
    /** Code of the table of refusals; `unexpected` for a bug on our side. */
    readonly refusal: ErrorCode | 'unexpected';
    readonly httpStatus: number;
    readonly requestId: string | null;
  };
}

const UNEXPECTED = 'Something failed on the server. Quote the request id when you report it.';

/** What tRPC refuses by itself, before one of our procedures runs. */
const REFUSED_BY_TRANSPORT: ReadonlyMap<TRPCError['code'], ErrorCode> = new Map([
  ['NOT_FOUND', 'notFound'],
  ['PAYLOAD_TOO_LARGE', 'tooLarge'],
  ['BAD_REQUEST', 'malformedInput'],
  ['PARSE_ERROR', 'malformedInput'],
  ['METHOD_NOT_SUPPORTED', 'malformedInput'],
  ['UNSUPPORTED_MEDIA_TYPE', 'malformedInput'],
]);

/**
 * The refusal behind an error that reached the transport; null when it is a bug. What tRPC refuses
 * by itself (unknown procedure, unreadable body, schema) is told in the same words as our own.
 */
export function refusalOf(error: TRPCError): ErrorCode | null {
  if (error.cause instanceof AppError) return error.cause.code;
  return REFUSED_BY_TRANSPORT.get(error.code) ?? null;
}

/**
 * The body of an error reply: never a stack, a schema's complaint, or a value of the input. The
 * transport takes the HTTP status from `data.httpStatus`.
 */
export function wireErrorOf(
  error: TRPCError,
  code: WireError['code'],
  requestId: string | null,
): WireError {
  const refusal = refusalOf(error);
  return refusal === null
    ? { code, message: UNEXPECTED, data: { refusal: 'unexpected', httpStatus: 500, requestId } }
    : {
        code,
        message: ERRORS[refusal].message,
        data: { refusal, httpStatus: ERRORS[refusal].status, requestId },
      };
}
