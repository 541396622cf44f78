import { AcknowledgeInput, Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `alerts.acknowledge`: closes an alert with what was done about it. */
export const acknowledge = procedure('alerts.acknowledge')
  .input(AcknowledgeInput)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.acknowledgeAlert(ctx.caller, input)));
