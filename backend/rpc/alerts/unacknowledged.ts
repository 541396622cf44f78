import * as z from 'zod/mini';
import { UnacknowledgedAlert } from '#shared/contracts/between-procedures.ts';
import { NoInput } from '../no-input.ts';
import { procedure } from '../trpc.ts';

/** `alerts.unacknowledged`: the own clients' alerts that can't wait and nobody has answered. */
export const unacknowledged = procedure('alerts.unacknowledged')
  .input(NoInput)
  .output(z.array(UnacknowledgedAlert))
  .query(async ({ ctx }) => [...(await ctx.care.unacknowledged(ctx.caller))]);
