import { Done, PrintInput } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `look.print`: the caller is about to put a chart of a client on paper. */
export const print = procedure('look.print')
  .input(PrintInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.recordPrint(ctx.caller, input)));
