import { WhoAmI } from '#shared/contracts/procedures.ts';
import { NoInput } from '../no-input.ts';
import { procedure, valueOf } from '../trpc.ts';

/** `session.whoAmI`: who is signed in, in which practice. */
export const whoAmI = procedure('session.whoAmI')
  .input(NoInput)
  .output(WhoAmI)
  .query(async ({ ctx }) => valueOf(await ctx.care.whoAmI(ctx.caller)));
