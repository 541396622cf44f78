import { Done, SnoozeInput } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `alerts.snooze`: puts an alert aside until its measure is answered again. */
export const snooze = procedure('alerts.snooze')
  .input(SnoozeInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.snoozeAlert(ctx.caller, input)));
