import { channelsOf, type Ways } from '#backend/delivery/ways.ts';
import { alertPathOf } from '#shared/alerts/alert-path.ts';
import type { CareDeps } from '../deps.ts';
import { staffScope } from '../deps.ts';
import { deliveryState } from '../messages/delivery-state.ts';
import { UNSENT_RISK_BEAT } from '../tell-unsent-risk.ts';
import type { PathCare } from './alert-care.ts';
import { canTellSomebody } from './people-around.ts';

/** What looking at the way from an alert to a person needs. */
export interface AlertPathDeps extends CareDeps {
  readonly ways: Ways;
}

/**
 * The dead-man check of the alerts themselves: whether messages about them, and about risk answers on
 * forms that were left, are written and leave the building. Nothing in it is about a client.
 */
export function createPathCare(deps: AlertPathDeps): PathCare {
  return {
    alertPath(caller) {
      const scope = staffScope(deps, caller);
      return deps.store.inPractice(scope, async (care) => {
        const state = await deliveryState(deps, care);
        const canBeTold = await canTellSomebody(care, channelsOf(deps.ways));
        const unsentRiskBeatAt = await deps.store.directory.beatOf(UNSENT_RISK_BEAT);
        const facts = { ...state, unsentRiskBeatAt, canTellSomebody: canBeTold };
        return alertPathOf({ ...facts, now: scope.now });
      });
    },
  };
}
