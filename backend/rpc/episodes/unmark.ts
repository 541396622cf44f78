import { Done } from '#shared/contracts/procedures.ts';
import { EpisodeMark } from '#shared/contracts/record-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `episodes.unmark`: takes such a mark back. */
export const unmark = procedure('episodes.unmark')
  .input(EpisodeMark)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.unmarkEpisode(ctx.caller, input)));
