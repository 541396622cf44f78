import { BriefQuery } from '#shared/contracts/procedures.ts';
import { procedure, storableInput } from '../trpc.ts';

/**
 * `brief.ofRecord`: everything the panel draws of the client behind a page's record. The hottest
 * path: its output comes typed from one statement and is not validated a second time.
 */
export const ofRecord = procedure('brief.ofRecord')
  .input(BriefQuery)
  .use(storableInput)
  .query(({ ctx, input }) => ctx.care.briefOfRecord(ctx.caller, input));
