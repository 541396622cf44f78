import { AdapterSwitches } from '#shared/contracts/fleet.ts';
import { NoInput } from '../no-input.ts';
import { procedure } from '../trpc.ts';

/** `fleet.switches`: what the practice allows each adapter now. */
export const switches = procedure('fleet.switches')
  .input(NoInput)
  .output(AdapterSwitches)
  .query(({ ctx }) => ctx.care.switches(ctx.caller));
