import { TakeBackAppointment } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `appointments.takeBack`: there is none on a day after all. */
export const takeBack = procedure('appointments.takeBack')
  .input(TakeBackAppointment)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) =>
    valueOf(await ctx.care.takeBackAppointment(ctx.caller, input)),
  );
