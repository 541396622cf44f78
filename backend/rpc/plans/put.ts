import { PlanReply, PutPlan } from '#shared/contracts/between-procedures.ts';

import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `plans.put`: keeps a plan, or says why not. */
export const put = procedure('plans.put')
  .input(PutPlan)
  .use(storableInput)
  .output(PlanReply)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.putPlan(ctx.caller, input)));
