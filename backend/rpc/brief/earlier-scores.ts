import { EarlierScoresQuery } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/**
 * `brief.earlierScores`: the scores behind a brief of a long course. Like the brief, its output comes
 * typed from one statement and is not validated a second time.
 */
export const earlierScores = procedure('brief.earlierScores')
  .input(EarlierScoresQuery)
  .use(storableInput)
  .query(async ({ ctx, input }) => valueOf(await ctx.care.earlierScores(ctx.caller, input)));
