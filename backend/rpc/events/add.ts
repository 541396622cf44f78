import { Done } from '#shared/contracts/procedures.ts';
import { AddEventInput } from '#shared/contracts/record-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `events.add`: marks something in the client’s life or care for the charts. */
export const add = procedure('events.add')
  .input(AddEventInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.addEvent(ctx.caller, input)));
