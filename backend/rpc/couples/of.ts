import { OfClient } from '#shared/contracts/between-procedures.ts';
import { SharingOf } from '#shared/contracts/couple-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `couples.of`: how one client's own sharing stands. Nothing of the other partner. */
export const of = procedure('couples.of')
  .input(OfClient)
  .use(storableInput)
  .output(SharingOf)
  .query(async ({ ctx, input }) => valueOf(await ctx.care.sharingOf(ctx.caller, input)));
