import { OfClient, WithheldMeasures } from '#shared/contracts/between-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `clientPage.withheld`: the measures that a client's own page says nothing of. */
export const withheld = procedure('clientPage.withheld')
  .input(OfClient)
  .use(storableInput)
  .output(WithheldMeasures)
  .query(async ({ ctx, input }) => valueOf(await ctx.care.withheld(ctx.caller, input)));
