import { AlertPath } from '#shared/contracts/live.ts';
import { NoInput } from '../no-input.ts';
import { procedure } from '../trpc.ts';

/** `alerts.path`: whether messages about alerts leave the building. */
export const path = procedure('alerts.path')
  .input(NoInput)
  .output(AlertPath)
  .query(({ ctx }) => ctx.care.alertPath(ctx.caller));
