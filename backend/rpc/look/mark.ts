import { Done, LookInput } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `look.mark`: the caller has seen the brief of a client as it was at a moment. */
export const mark = procedure('look.mark')
  .input(LookInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.markLook(ctx.caller, input)));
