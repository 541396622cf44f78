import { PutPause } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `plans.pause`: from now on nothing is sent. */
export const pause = procedure('plans.pause')
  .input(PutPause)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.pauseSending(ctx.caller, input)));
