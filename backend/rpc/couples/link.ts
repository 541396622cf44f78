import { LinkCouple } from '#shared/contracts/couple-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `couples.link`: makes two clients a couple. */
export const link = procedure('couples.link')
  .input(LinkCouple)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.linkCouple(ctx.caller, input)));
