import { Done } from '#shared/contracts/procedures.ts';
import { BaselineChoice } from '#shared/contracts/record-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `baselines.choose`: makes a score the baseline of its episode. */
export const choose = procedure('baselines.choose')
  .input(BaselineChoice)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.chooseBaseline(ctx.caller, input)));
