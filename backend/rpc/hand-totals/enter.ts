import { Done } from '#shared/contracts/procedures.ts';
import { EnterHandTotalInput } from '#shared/contracts/record-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `handTotals.enter`: enters a total that the client brought along. */
export const enter = procedure('handTotals.enter')
  .input(EnterHandTotalInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.enterHandTotal(ctx.caller, input)));
