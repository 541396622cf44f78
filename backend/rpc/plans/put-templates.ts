import { PlanTemplates } from '#shared/contracts/plan.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `plans.putTemplates`: the practice's templates for plans; `version` is the one on screen plus 1. */
export const putTemplates = procedure('plans.putTemplates')
  .input(PlanTemplates)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.putTemplates(ctx.caller, input)));
