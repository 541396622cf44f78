import { RevokeConsent } from '#shared/contracts/couple-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `couples.revokeConsent`: takes a consent back at the client's word. */
export const revokeConsent = procedure('couples.revokeConsent')
  .input(RevokeConsent)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.revokeConsent(ctx.caller, input)));
