import { TellAppointments } from '#shared/contracts/between-procedures.ts';
import { Done } from '#shared/contracts/procedures.ts';
import { procedure, storableInput, valueOf } from '../trpc.ts';

/** `appointments.tell`: days on which the client has an appointment. */
export const tell = procedure('appointments.tell')
  .input(TellAppointments)
  .use(storableInput)
  .output(Done)
  .mutation(async ({ ctx, input }) => valueOf(await ctx.care.tellAppointments(ctx.caller, input)));
