import { FleetReport } from '#shared/contracts/fleet.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `fleet.report`: takes a browser's versions and counts, once for each report. */
export const report = procedure('fleet.report')
  .input(FleetReport)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.takeReport(ctx.caller, input)));
