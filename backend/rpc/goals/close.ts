import { CloseGoal } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `goals.close`: a goal was reached, or set aside. */
export const close = procedure('goals.close')
  .input(CloseGoal)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.closeGoal(ctx.caller, input)));
