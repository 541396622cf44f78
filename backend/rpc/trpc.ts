import { initTRPC, type TRPCError } from '@trpc/server';
import * as z from 'zod/mini';
import type { Caller } from '#backend/access/caller.ts';
import { CATALOGUE, type PermissionName } from '#backend/access/catalogue.ts';
import { mayCall } from '#backend/access/check.ts';
import type { PathCare } from '#backend/care/alerts/alert-care.ts';
import type { Denial, StaffCare } from '#backend/care/care.ts';
import type { BrowserCare } from '#backend/care/fleet/fleet-care.ts';
import type { SealedCare } from '#backend/care/sealed-care.ts';
import type { SendingCare } from '#backend/care/sending/sending-care.ts';
import { isStorable } from '#backend/http/storable.ts';
import { AppError, type ErrorCode } from '#shared/contracts/errors.ts';
import { AlertId, ClientId, EhrLinkId, InsertionId } from '#shared/contracts/ids.ts';
import type { Result } from '#shared/contracts/result.ts';

import { wireErrorOf } from './wire-error.ts';

/** What every procedure is given. */
export interface RpcContext {
  /** Null when the token is absent, unknown, expired, or its owner was switched off. */
  readonly caller: Caller | null;
  readonly requestId: string;
  readonly care: StaffCare & SealedCare & BrowserCare & SendingCare & PathCare;
}

const t = initTRPC
  .context<RpcContext>()
  .meta<{ permission: PermissionName }>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) =>
      wireErrorOf(error, shape.code, ctx?.requestId ?? null),
  });

export const { createCallerFactory } = t;

/** The parts of an input that say what it is about, each left out where it is not an id. */
const NAMED = {
  clientId: z.object({ clientId: ClientId }),
  alertId: z.object({ alertId: AlertId }),
  linkId: z.object({ linkId: EhrLinkId }),
  insertionId: z.object({ insertionId: InsertionId }),
};

/** Groups procedures; the only maker of routers. */
export const group = t.router;

/**
 * The start of every procedure: names its permission, and lets nobody pass who is signed out or
 * whose role lacks it. Checked before the input is looked at, so a refusal tells nothing of it.
 */
export function procedure(permission: PermissionName) {
  return t.procedure.meta({ permission }).use(async ({ ctx, next, getRawInput }) => {
    const { caller, care } = ctx;
    if (caller === null) throw new AppError('signedOut');
    if (!mayCall(caller.role, permission)) {
      await care.recordDenial(caller, { permission, about: {} });
      throw new AppError('notAllowed');
    }
    const outcome = await next({ ctx: { ...ctx, caller } });
    if (!outcome.ok && reachesBeyond(permission, outcome.error)) {
      await care.recordDenial(caller, { permission, about: namedIn(await getRawInput()) });
    }
    return outcome;
  });
}

/** Whether a call about clients ended because its client is absent, or somebody else's. */
function reachesBeyond(permission: PermissionName, { cause }: TRPCError): boolean {
  const { reach } = CATALOGUE[permission];
  return reach === 'caseload' && cause instanceof AppError && cause.code === 'notFound';
}

/** What an input names. */
function namedIn(input: unknown): Denial['about'] {
  return {
    ...NAMED.clientId.safeParse(input).data,
    ...NAMED.alertId.safeParse(input).data,
    ...NAMED.linkId.safeParse(input).data,
    ...NAMED.insertionId.safeParse(input).data,
  };
}

/** Refuses text that PostgreSQL can't hold; used by every procedure right after its schema. */
export const storableInput = t.middleware(({ input, next }) => {
  if (!isStorable(input)) throw new AppError('malformedInput');
  return next();
});

/** The value of a use case, or its refusal on the way to the transport. */
export function valueOf<Value, Refusal extends ErrorCode>(result: Result<Value, Refusal>): Value {
  if (result.ok) return result.value;
  throw new AppError(result.refusal);
}
