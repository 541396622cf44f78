import { SealingGrant } from '#shared/contracts/sealed.ts';
import { NoInput } from '../no-input.ts';
import { procedure } from '../trpc.ts';

/** `sealed.key`: whom this browser seals to, and the proof of whose its entries are. */
export const key = procedure('sealed.key')
  .input(NoInput)
  .output(SealingGrant)
  .query(({ ctx }) => ctx.care.grantSealing(ctx.caller));
