import { initTRPC } from '@trpc/server';
import type { Caller } from '#backend/access/caller.ts';
import type { PermissionName } from '#backend/access/catalogue.ts';
import { mayCall } from '#backend/access/check.ts';
import type { StaffCare } from '#backend/care/care.ts';
import { isStorable } from '#backend/http/storable.ts';
import { AppError, type ErrorCode } from '#shared/contracts/errors.ts';
import type { Result } from '#shared/contracts/result.ts';

import { wireErrorOf } from './wire-error.ts';

/** What every procedure is given. */
export interface RpcContext {
  /** Null when the token is absent, unknown, expired, or its owner was switched off. */
  readonly caller: Caller | null;
  readonly requestId: string;
  readonly care: StaffCare;
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

/** Groups procedures; the only maker of routers. */
export const group = t.router;

/**
 * The start of every procedure: names its permission, and lets nobody pass who is signed out or
 * whose role lacks it. Checked before the input is looked at, so a refusal tells nothing of it.
 */
export function procedure(permission: PermissionName) {
  return t.procedure.meta({ permission }).use(({ ctx, next }) => {
    if (ctx.caller === null) throw new AppError('signedOut');
    if (!mayCall(ctx.caller.role, permission)) throw new AppError('notAllowed');
    return next({ ctx: { ...ctx, caller: ctx.caller } });
  });
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
