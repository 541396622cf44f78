import { EndPause } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `plans.resume`: ends a pause. */
export const resume = procedure('plans.resume')
  .input(EndPause)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.resumeSending(ctx.caller, input)));
