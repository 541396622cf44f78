import { Done } from '#shared/contracts/procedures.ts';
import { RemoveEventInput } from '#shared/contracts/record-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `events.remove`: takes such a mark away. */
export const remove = procedure('events.remove')
  .input(RemoveEventInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.removeEvent(ctx.caller, input)));
