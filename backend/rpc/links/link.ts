import { LinkInput, LinkReply } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `links.link`: binds an EHR record to a client, after a person compared both. */
export const link = procedure('links.link')
  .input(LinkInput)
  .use(storableInput)
  .output(LinkReply)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.linkRecord(ctx.caller, input)));
