import type { Caller } from '#backend/access/caller.ts';
import type {
  OfClient,
  WithheldMeasures,
  WithholdMeasure,
} from '#shared/contracts/between-procedures.ts';
import type { Done } from '#shared/contracts/procedures.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { measure } from '#shared/measures/lookup.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import { inOwnRecord } from '../record/own-client.ts';

/** What a clinician decides about the own page of a client of the caseload. */
export interface WithholdingCare {
  /**
   * Keeps a measure from the client's own page, or shows it again. `notFound`: not in the caseload,
   * or no such measure.
   */
  readonly withhold: (caller: Caller, input: WithholdMeasure) => Promise<Result<Done, 'notFound'>>;
  /** The measures that are kept from it. The look is recorded. */
  readonly withheld: (
    caller: Caller,
    input: OfClient,
  ) => Promise<Result<WithheldMeasures, 'notFound'>>;
}

/** Builds it. */
export function createWithholdingCare(deps: CareDeps): WithholdingCare {
  return {
    withhold: (caller, { clientId, measureId, withheld }) =>
      inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
        if (measure(measureId) === null) return refuse('notFound');
        const change = withheld ? 'withhold' : 'showAgain';
        if (await care.clientPages[change](clientId, measureId, caller.staffId)) {
          const action = withheld ? 'measure.withheld' : 'measure.shownAgain';
          await care.audit.append({ action, clientId, subject: { measureId } });
        }
        return ok({ at: now });
      }),
    withheld: (caller, { clientId }) =>
      deps.store.inPractice(staffScope(deps, caller), async ({ audit, caseload, clientPages }) => {
        if (!(await caseload.has(caller.staffId, clientId))) return refuse('notFound');
        await audit.append({ action: 'withheld.read', clientId, subject: {} });
        return ok([...(await clientPages.withheld(clientId))]);
      }),
  };
}
