import type { Context } from 'hono';
import type { Caller } from '#backend/access/caller.ts';
import { mayOnPage, type PagePermission } from '#backend/access/pages.ts';
import type { StaffCare } from '#backend/care/care.ts';
import type { Identity } from '#backend/identity/identity.ts';
import type { Visitor } from '#backend/identity/sign-in.ts';
import { AppError } from '#shared/contracts/errors.ts';
import type { RequestEnv } from '../http/env.ts';

/** What it takes to know who is at a page. */
export interface Door {
  readonly identity: Pick<Identity, 'visitorOf'>;
  readonly care: Pick<StaffCare, 'recordDenial' | 'whoAmI'>;
}

/**
 * Who is signed in, or null. Their name, role and the practice's name are left on the request for the
 * frame of the page: somebody who works in two practices has to see which one a decision is for.
 */
export async function visitorAt(
  { identity, care }: Door,
  c: Context<RequestEnv>,
): Promise<Visitor | null> {
  const visitor = await identity.visitorOf(c.req.header('cookie'));
  if (visitor === null) return null;
  const who = await care.whoAmI(callerOf(visitor, c));
  if (who.ok) {
    const { displayName, practiceName, role } = who.value;
    c.set('signedIn', { displayName, practiceName, role });
  }
  return visitor;
}

/**
 * Who is at a page, if their role allows what they are about to do; null when nobody is signed in.
 * A refusal is recorded, and thrown as AppError `notAllowed`.
 */
export async function admit(
  door: Door,
  c: Context<RequestEnv>,
  permission: PagePermission,
): Promise<Caller | null> {
  const visitor = await visitorAt(door, c);
  if (visitor === null) return null;
  const caller = callerOf(visitor, c);
  if (mayOnPage(caller.role, permission)) return caller;
  await door.care.recordDenial(caller, { permission, about: {} });
  throw new AppError('notAllowed');
}

function callerOf({ session }: Visitor, c: Context<RequestEnv>): Caller {
  const { practiceId, staffId, role } = session;
  return { practiceId, staffId, role, requestId: c.get('requestId') };
}
