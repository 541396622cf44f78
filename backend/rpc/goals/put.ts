import { PutGoal } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `goals.put`: keeps a goal as it was agreed with the client. */
export const put = procedure('goals.put')
  .input(PutGoal)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.putGoal(ctx.caller, input)));
