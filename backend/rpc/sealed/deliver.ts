import { DeliveryReply, SealedDelivery } from '#shared/contracts/sealed.ts';
import { procedure, storableInput } from '../trpc.ts';

/** `sealed.deliver`: records what waited on a browser's disk, in order, each entry at most once. */
export const deliver = procedure('sealed.deliver')
  .input(SealedDelivery)
  .use(storableInput)
  .output(DeliveryReply)
  .mutation(({ ctx, input }) => ctx.care.deliverSealed(ctx.caller, input.entries));
