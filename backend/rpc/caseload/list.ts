import * as z from 'zod/mini';
import { CaseloadRow } from '#shared/contracts/caseload.ts';
import { NoInput } from '../no-input.ts';
import { procedure } from '../trpc.ts';

/** `caseload.list`: the caller's clients, who to look at first at the top. */
export const list = procedure('caseload.list')
  .input(NoInput)
  .output(z.array(CaseloadRow))
  .query(({ ctx }) => ctx.care.caseload(ctx.caller));
