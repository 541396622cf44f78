import { Done } from '#shared/contracts/procedures.ts';
import { CorrectResponseInput } from '#shared/contracts/record-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `responses.correct`: puts a response right; both remain on record. */
export const correct = procedure('responses.correct')
  .input(CorrectResponseInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.correctResponse(ctx.caller, input)));
