import { Done } from '#shared/contracts/procedures.ts';
import { CorrectOwnResponseInput } from '#shared/contracts/record-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `responses.correctOwn`: puts a response to an own form right; both remain on record. */
export const correctOwn = procedure('responses.correctOwn')
  .input(CorrectOwnResponseInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) =>
    valueOf(await ctx.care.correctOwnResponse(ctx.caller, input)),
  );
