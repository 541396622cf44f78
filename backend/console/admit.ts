import type { Context } from 'hono';
import type { Caller } from '#backend/access/caller.ts';
import { mayOnPage, type PagePermission } from '#backend/access/pages.ts';
import type { StaffCare } from '#backend/care/care.ts';
import type { Identity } from '#backend/identity/identity.ts';
import { AppError } from '#shared/contracts/errors.ts';
import type { RequestEnv } from '../http/env.ts';

/** What it takes to know who is at a page. */
export interface Door {
  readonly identity: Pick<Identity, 'visitorOf'>;
  readonly care: Pick<StaffCare, 'recordDenial'>;
}

/**
 * Who is at a page, if their role allows what they are about to do; null when nobody is signed in.
 * A refusal is recorded, and thrown as AppError `notAllowed`.
 */
export async function admit(
  { identity, care }: Door,
  c: Context<RequestEnv>,
  permission: PagePermission,
): Promise<Caller | null> {
  const visitor = await identity.visitorOf(c.req.header('cookie'));
  if (visitor === null) return null;
  const { practiceId, staffId, role } = visitor.session;
  const caller: Caller = { practiceId, staffId, role, requestId: c.get('requestId') };
  if (mayOnPage(role, permission)) return caller;
  await care.recordDenial(caller, { permission, about: {} });
  throw new AppError('notAllowed');
}
