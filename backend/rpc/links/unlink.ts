import { Done, UnlinkInput } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `links.unlink`: takes a binding back. */
export const unlink = procedure('links.unlink')
  .input(UnlinkInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.unlinkRecord(ctx.caller, input)));
