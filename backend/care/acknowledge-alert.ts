import type { ClientAlert } from '#backend/store/alerts.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { type ActionRefusal, chosenAction } from '#shared/alerts/protocol.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { AcknowledgeInput } from '#shared/contracts/procedures.ts';
import type { ProtocolAction } from '#shared/contracts/protocol.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { protocolInForce, protocolOf } from './alerts/protocol.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * Closes an alert with what was done about it, by the practice's own list, and ends its ladder. The
 * same person saying the same again changes nothing; an alert that was closed in another way stays as
 * it was closed, and one that holds more than the caller saw stays open.
 *
 * `late`: it was said before, while the server could not be reached. What was promised to be recorded
 * is then held against the list that it was read on, also where the practice has changed that since.
 */
export function acknowledgeAlert(
  deps: CareDeps,
  said: 'now' | 'late' = 'now',
): StaffCare['acknowledgeAlert'] {
  return (caller, input) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (waiting) => {
      const { alertId } = input;
      const alert = await waiting.alerts.find(alertId);
      if (alert === null) return refuse('notFound');
      const { clientId } = alert;
      if (!(await waiting.caseload.has(caller.staffId, clientId))) return refuse('notFound');
      // Waits for a submission under way, and is then dated after what that one has written.
      await waiting.clients.hold(clientId);
      const closed = await waiting.alerts.closedFor(alertId, caller.staffId, input.action);
      if (closed === 'closedByOther') return refuse('alreadyAcknowledged');
      if (closed === 'repeated') return ok({ at: deps.now() });
      const chosen = await choiceIn(waiting, alert, input, said);
      if (!chosen.ok) return chosen;
      const now = deps.now();
      const done = { by: caller.staffId, input, action: chosen.value };
      const closing = await close(waiting.at(now), alert, done);
      return closing.ok ? ok({ at: now }) : closing;
    });
  };
}

/** Closes the alert, which is open and whose client is held, and ends its ladder. */
async function close(
  care: CareRepositories,
  { alertId, clientId }: ClientAlert,
  {
    by,
    input,
    action,
  }: {
    readonly by: StaffId;
    readonly input: AcknowledgeInput;
    readonly action: ProtocolAction;
  },
): Promise<Result<null, 'newerEvidence'>> {
  const { protocolVersion = 0, withSentence = false, seenLatestAt } = input;
  const outcome = await care.alerts.acknowledge(alertId, by, {
    action: action.id,
    protocolVersion,
    words: action.words,
    sentence: withSentence ? action.sentence : null,
    seenLatestAt,
  });
  if (outcome !== 'acknowledged') return refuse('newerEvidence');
  await care.messages.cancelUnsentOfAlert(alertId);
  await care.audit.append({
    action: 'alert.acknowledged',
    clientId,
    subject: { alertId, action: action.id, protocolVersion, withSentence },
  });
  await care.live.tell(clientId, 'alert');
  return ok(null);
}

/** The action that was chosen, if it answers such an alert. */
async function choiceIn(
  care: CareRepositories,
  { rule }: Pick<Alert, 'rule'>,
  { action, protocolVersion = 0 }: Pick<AcknowledgeInput, 'action' | 'protocolVersion'>,
  said: 'now' | 'late',
): Promise<Result<ProtocolAction, ActionRefusal>> {
  const read = await protocolOf(care, protocolVersion);
  const inForce = said === 'late' && read !== null ? read : await protocolInForce(care);
  return chosenAction(action, rule, { read, inForce });
}
