import * as z from 'zod/mini';
import { EarlierInsertion, EarlierInsertionsQuery } from '#shared/contracts/overlay-procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `insertions.earlier`: a client's texts that may stand in notes of one EHR, newest first. */
export const earlier = procedure('insertions.earlier')
  .input(EarlierInsertionsQuery)
  .use(storableInput)
  .output(z.array(EarlierInsertion))
  .query(async ({ ctx, input }) => valueOf(await ctx.care.earlierInsertions(ctx.caller, input)));
