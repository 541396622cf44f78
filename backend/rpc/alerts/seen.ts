import { SeenAlerts } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `alerts.seen`: alerts stood on the caller's screen. */
export const seen = procedure('alerts.seen')
  .input(SeenAlerts)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.seeAlerts(ctx.caller, input)));
