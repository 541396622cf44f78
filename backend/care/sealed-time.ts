import { type Instant, instantOf } from '#shared/contracts/calendar.ts';

/**
 * Seconds for which a ticket vouches for what happened after it was issued: as long as the session
 * that it was issued in can last. Later entries are not of that session.
 */
export const TICKET_SECONDS = 12 * 60 * 60;

/** Seconds by which clocks may differ without remark. */
const TOLERATED_SECONDS = 120;

/** The moments that an entry comes with. */
export interface Claim {
  /** UUID version 7 (RFC 9562, 5.7): its first 48 bits are when it happened, by the browser's clock. */
  readonly entryId: string;
  /** When the ticket reached the browser, by the same clock. */
  readonly grantedAt: Instant;
  /** When the server issued it, by the server's. */
  readonly issuedAt: Instant;
}

/** When it happened, and how far the browser's clock can be believed. */
export interface Happened {
  readonly at: Instant;
  /** Seconds that the browser's clock was ahead; null when it was right to two minutes. */
  readonly clockOff: number | null;
  /** False when it happened after the ticket's time. */
  readonly inTime: boolean;
}

/**
 * When an entry happened by the server's clock: as long after the ticket as it was by the browser's.
 * A clock that was wrong all along is put right by this; one that was set back since is remarked
 * upon. Nothing happened later than now.
 */
export function happened({ entryId, grantedAt, issuedAt }: Claim, now: Instant): Happened {
  const claimed = Number.parseInt(entryId.replaceAll('-', '').slice(0, 12), 16);
  const ahead = Date.parse(grantedAt) - Date.parse(issuedAt);
  const sinceTicket = (claimed - Date.parse(grantedAt)) / 1000;
  const estimated = claimed - ahead;
  const arrived = Date.parse(now);
  const off = Math.max(Math.abs(ahead) / 1000, -sinceTicket, (estimated - arrived) / 1000);
  return {
    at: instantOf(new Date(Math.min(estimated, arrived))),
    clockOff: off > TOLERATED_SECONDS ? Math.round(ahead / 1000) : null,
    inTime: sinceTicket <= TICKET_SECONDS + TOLERATED_SECONDS,
  };
}
