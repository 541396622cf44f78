import * as z from 'zod/mini';
import { CouplePage, PartnerIdentity } from '#shared/contracts/couple-procedures.ts';
import { procedure, storableInput } from '../trpc.ts';

/** `couples.choices`: own clients whom the names on a page fit, for setting a couple up. */
export const choices = procedure('couples.choices')
  .input(CouplePage)
  .use(storableInput)
  .output(z.readonly(z.array(PartnerIdentity)))
  .query(({ ctx, input }) => ctx.care.coupleChoices(ctx.caller, input));
