import { ERRORS, type ErrorCode, SIGNED_OUT_WORDS } from '#shared/contracts/errors.ts';
import type { Unavailable } from '../messages/worker.ts';

/** Why a call brought nothing, with the product's own words. Never the server's text. */
export interface Failure {
  readonly reason: Unavailable;
  readonly message: string;
  /** The server's reason, where it gave one of ours. */
  readonly code?: ErrorCode;
  /** The server itself failed over this very request: it is there, and others may fare better. */
  readonly failedOverIt?: true;
}

/** What is said when nothing more precise is known. */
export const UNAVAILABLE_WORDS: Readonly<Record<Unavailable, string>> = {
  signedOut: SIGNED_OUT_WORDS,
  unreachable: 'The Throughline server can’t be reached. Nothing was changed. Try again.',
  slow: 'The Throughline server took too long to answer. Nothing is known to have changed. Try again.',
  notConfigured: 'No Throughline server is set. Open the settings to connect one.',
  partMissing:
    'A part of Throughline could not be opened: the extension was updated or changed under this page. Save your note, then reload the page.',
  switchedOff:
    'Your practice has switched writing into this EHR off for now, or could not be asked. Nothing was written.',
  pageRestless:
    'This page showed clients faster than anybody reads. Nothing was asked. Leave it as it is for half a minute.',
  refused: 'The server’s answer was not one that Throughline can vouch for. It is not shown.',
};

/** A failure with its usual words. */
export function failure(reason: Unavailable): Failure {
  return { reason, message: UNAVAILABLE_WORDS[reason] };
}

/**
 * What an HTTP status and an error code of ours mean. A code that is not in the table counts for
 * nothing: a strange server gets no words onto the screen.
 */
export function failureOf(status: number | null, code: unknown): Failure {
  if (status === null) return failure('unreachable');
  const known = isErrorCode(code) ? { message: ERRORS[code].message, code } : null;
  if (status === 401) return failure('signedOut');
  if (status === 429 || status === 503) return withWords('slow', known);
  if (status === 500) return { ...failure('unreachable'), failedOverIt: true };
  if (status > 500) return failure('unreachable');
  return withWords('refused', known);
}

function withWords(reason: Unavailable, words: Omit<Failure, 'reason'> | null): Failure {
  return words === null ? failure(reason) : { reason, ...words };
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code);
}
