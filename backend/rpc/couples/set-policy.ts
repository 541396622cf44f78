import { SetSecretsPolicy } from '#shared/contracts/couple-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `couples.setPolicy`: records what was agreed about secrets. */
export const setPolicy = procedure('couples.setPolicy')
  .input(SetSecretsPolicy)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.setSecretsPolicy(ctx.caller, input)));
