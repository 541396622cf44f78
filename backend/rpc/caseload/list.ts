import * as z from 'zod/mini';
import { CaseloadRow } from '#shared/contracts/procedures.ts';
import { NoInput } from '../no-input.ts';
import { procedure } from '../trpc.ts';

/** `caseload.list`: the caller's clients, most urgent open alert first. */
export const list = procedure('caseload.list')
  .input(NoInput)
  .output(z.array(CaseloadRow))
  .query(({ ctx }) => ctx.care.caseload(ctx.caller));
