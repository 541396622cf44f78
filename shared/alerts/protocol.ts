import type { RuleCode } from '../contracts/alert.ts';
import type { Protocol, ProtocolAction } from '../contracts/protocol.ts';
import { ok, type Result, refuse } from '../contracts/result.ts';
import { isSafetyRule } from './catalogue/safety-rules.ts';

/** What a practice can say was done about an alert, until it has a list of its own. */
export const DEFAULT_PROTOCOL: Protocol = {
  version: 0,
  actions: [
    {
      id: 'discussedInSession',
      words: 'Discussed in session',
      sentence: 'Discussed with the client in session.',
      forSafety: true,
      inUse: true,
    },
    {
      id: 'contactedClient',
      words: 'Contacted the client',
      sentence: 'The client was contacted about this.',
      forSafety: true,
      inUse: true,
    },
    {
      id: 'safetyPlanReviewed',
      words: 'Safety plan reviewed',
      sentence: 'The safety plan was reviewed with the client.',
      forSafety: true,
      inUse: true,
    },
    {
      id: 'willDiscussNextSession',
      words: 'Will discuss next session',
      sentence: 'To be discussed in the next session.',
      forSafety: true,
      inUse: true,
    },
    { id: 'notUseful', words: 'Not useful', sentence: null, forSafety: false, inUse: true },
  ],
};

/** Why an action answers no alert. `outdated`: it did when it was read, and does no longer. */
export type ActionRefusal = 'actionUnknown' | 'actionNotInUse' | 'actionNotForSafety' | 'outdated';

/** The actions of a list that can answer an alert of this rule, in the practice's order. */
export function actionsFor({ actions }: Protocol, rule: RuleCode): readonly ProtocolAction[] {
  return actions.filter(({ inUse, forSafety }) => inUse && (forSafety || !isSafetyRule(rule)));
}

/**
 * The action that somebody chose of the list that was `read`, about an alert of a rule; `read` is null
 * where the practice never had that list. It must still answer such an alert by the list in force.
 */
export function chosenAction(
  actionId: string,
  rule: RuleCode,
  { read, inForce }: { readonly read: Protocol | null; readonly inForce: Protocol },
): Result<ProtocolAction, ActionRefusal> {
  const action = read?.actions.find(({ id }) => id === actionId);
  if (action === undefined) return refuse('actionUnknown');
  if (!action.inUse) return refuse('actionNotInUse');
  if (!action.forSafety && isSafetyRule(rule)) return refuse('actionNotForSafety');
  const stands = actionsFor(inForce, rule).some(({ id }) => id === actionId);
  return stands ? ok(action) : refuse('outdated');
}
