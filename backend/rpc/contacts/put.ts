import { PutContact } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `contacts.put`: where a client wants to be written to. */
export const put = procedure('contacts.put')
  .input(PutContact)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.putContact(ctx.caller, input)));
