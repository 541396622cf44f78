import { WithholdMeasure } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `clientPage.withhold`: whether the client's own page shows how a measure goes. */
export const withhold = procedure('clientPage.withhold')
  .input(WithholdMeasure)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.withhold(ctx.caller, input)));
