import { CouplePage, CouplePageReply } from '#shared/contracts/couple-procedures.ts';
import { procedure, storableInput } from '../trpc.ts';

/** `couples.ofPage`: the couple that a page about two people is about, and what both agreed to share. */
export const ofPage = procedure('couples.ofPage')
  .input(CouplePage)
  .use(storableInput)
  .output(CouplePageReply)
  .query(({ ctx, input }) => ctx.care.coupleOfPage(ctx.caller, input));
