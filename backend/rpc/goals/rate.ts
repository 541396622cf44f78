import { RateGoal } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `goals.rate`: the clinician’s rating of a goal. */
export const rate = procedure('goals.rate')
  .input(RateGoal)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.rateGoal(ctx.caller, input)));
