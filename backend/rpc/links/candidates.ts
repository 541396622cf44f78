import * as z from 'zod/mini';
import { Candidate, CandidatesQuery } from '#shared/contracts/procedures.ts';
import { procedure, storableInput } from '../trpc.ts';

/** `links.candidates`: clients of the caseload whose name or birth date fits the page. */
export const candidates = procedure('links.candidates')
  .input(CandidatesQuery)
  .use(storableInput)
  .output(z.array(Candidate))
  .query(({ ctx, input }) => ctx.care.linkCandidates(ctx.caller, input));
