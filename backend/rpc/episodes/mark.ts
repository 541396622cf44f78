import { Done } from '#shared/contracts/procedures.ts';
import { EpisodeMark } from '#shared/contracts/record-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `episodes.mark`: marks a day on which care began or ended. */
export const mark = procedure('episodes.mark')
  .input(EpisodeMark)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.markEpisode(ctx.caller, input)));
