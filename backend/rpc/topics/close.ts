import { CloseTopic } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `topics.close`: what the client wanted to talk about was talked about. */
export const close = procedure('topics.close')
  .input(CloseTopic)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.closeTopic(ctx.caller, input)));
