import { SendNow, SentNow } from '#shared/contracts/between-procedures.ts';

import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `plans.sendNow`: sends one measure or form at once. */
export const sendNow = procedure('plans.sendNow')
  .input(SendNow)
  .use(storableInput)
  .output(SentNow)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.sendNow(ctx.caller, input)));
