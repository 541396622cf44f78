import { UnlinkCouple } from '#shared/contracts/couple-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `couples.unlink`: ends a couple. */
export const unlink = procedure('couples.unlink')
  .input(UnlinkCouple)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.unlinkCouple(ctx.caller, input)));
