import { EndPlan } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `plans.end`: ends a plan. */
export const end = procedure('plans.end')
  .input(EndPlan)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.endPlan(ctx.caller, input)));
