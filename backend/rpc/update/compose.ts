import { ComposeInput, ComposeReply } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `update.compose`: the Clinical Update of a client, from a brief read now. */
export const compose = procedure('update.compose')
  .input(ComposeInput)
  .use(storableInput)
  .output(ComposeReply)
  .query(async ({ ctx, input }) => valueOf(await ctx.care.composeUpdate(ctx.caller, input)));
