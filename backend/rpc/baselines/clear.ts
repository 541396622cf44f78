import { Done } from '#shared/contracts/procedures.ts';
import { BaselineChoice } from '#shared/contracts/record-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `baselines.clear`: takes such a choice back. */
export const clear = procedure('baselines.clear')
  .input(BaselineChoice)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.clearBaseline(ctx.caller, input)));
