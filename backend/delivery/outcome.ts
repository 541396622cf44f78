/**
 * Why a message did not arrive, in codes of ours: a relay's own words may repeat an address, and are
 * kept nowhere. The words are what an admin reads.
 */
export const FAILURES = {
  atNight: 'It waits for the morning.',
  wayUnset: 'This server has no way set up to send it. Ask whoever runs the server.',
  noAddress: 'There is no address or number to send it to.',
  notAgreed: 'The client has not agreed to be written to.',
  notReached: 'The mail server or text service could not be reached.',
  tookTooLong: 'The mail server or text service did not answer in time.',
  relayBusy: 'The mail server or text service put it off.',
  relayRefused: 'The mail server or text service refused it for good.',
  addressRefused: 'The address or number was refused. Check it.',
  loginRefused: 'The mail server or text service refused this server’s login.',
  unsecured: 'The mail server offers no encrypted connection, so nothing was sent.',
} as const;

/** A reason by its code. */
export type Failure = keyof typeof FAILURES;

/** True for a code that has words. */
export function isFailure(code: string): code is Failure {
  return Object.hasOwn(FAILURES, code);
}

/** How a try ended. `forGood`: trying again without changing anything can't help. */
export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly failure: Failure; readonly forGood: boolean };

/** It was taken over by whoever carries it on. */
export const TAKEN: Outcome = { ok: true };

/** It may be taken the next time. */
export function later(failure: Failure): Outcome {
  return { ok: false, failure, forGood: false };
}

/** It will never be taken as it is. */
export function never(failure: Failure): Outcome {
  return { ok: false, failure, forGood: true };
}
