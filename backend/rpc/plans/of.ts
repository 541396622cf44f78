import { OfClient, Sendings } from '#shared/contracts/between-procedures.ts';

import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `plans.of`: plans, pause, and what is outstanding of one client. */
export const of = procedure('plans.of')
  .input(OfClient)
  .use(storableInput)
  .output(Sendings)
  .query(async ({ ctx, input }) => valueOf(await ctx.care.sendingsOf(ctx.caller, input)));
