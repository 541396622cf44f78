import { HandMeasures } from '#shared/contracts/record-procedures.ts';
import { NoInput } from '../no-input.ts';
import { procedure } from '../trpc.ts';

/** `handTotals.measures`: what totals can be entered of. */
export const measures = procedure('handTotals.measures')
  .input(NoInput)
  .output(HandMeasures)
  .query(({ ctx }) => ctx.care.handMeasures(ctx.caller));
