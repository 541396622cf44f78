import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { Instant } from '#shared/contracts/calendar.ts';
import { PracticeId, StaffId } from '#shared/contracts/ids.ts';

/** That a member of staff was signed in at a moment: the proof of an entry's author. */
export const Ticket = z.object({ practiceId: PracticeId, staffId: StaffId, issuedAt: Instant });
export type Ticket = z.infer<typeof Ticket>;

/** Writes and reads tickets. */
export interface Tickets {
  readonly write: (ticket: Ticket) => string;
  /** Null for what no secret of this installation has signed. */
  readonly read: (text: string) => Ticket | null;
}

/**
 * Tickets under keys that are derived (HKDF, RFC 5869) from the installation's secrets: the first
 * signs, all are believed. A ticket is no session: it opens nothing, and says whose an entry is only
 * from within an entry.
 */
export function createTickets(secrets: readonly [string, ...string[]]): Tickets {
  const keys = secrets.map(keyOf);
  const [signing = keyOf(secrets[0])] = keys;
  return {
    write(ticket) {
      const body = Buffer.from(JSON.stringify(ticket)).toString('base64url');
      return `${body}.${macOf(signing, body).toString('base64url')}`;
    },
    read(text) {
      const [body = '', mac = ''] = text.split('.', 2);
      const given = Buffer.from(mac, 'base64url');
      const known = keys.some((key) => {
        const own = macOf(key, body);
        return own.length === given.length && timingSafeEqual(own, given);
      });
      return known ? Ticket.parse(JSON.parse(Buffer.from(body, 'base64url').toString())) : null;
    },
  };
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'throughline.sealed.ticket', 32));
}

function macOf(key: Buffer, body: string): Buffer {
  return createHmac('sha256', key).update(body).digest();
}
