import { Done, RecordUndoInput } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `insertions.recordUndo`: writes what became of an undo. */
export const recordUndo = procedure('insertions.recordUndo')
  .input(RecordUndoInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.recordUndo(ctx.caller, input)));
