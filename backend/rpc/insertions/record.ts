import { Done, RecordInsertionInput } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `insertions.record`: writes an attempt to insert, and what the read-back found. */
export const record = procedure('insertions.record')
  .input(RecordInsertionInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.recordInsertion(ctx.caller, input)));
