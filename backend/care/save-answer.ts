import type { CareRepositories } from '#backend/store/store.ts';
import type { SkipReason } from '#shared/contracts/client-page.ts';
import type { FormAnswers } from '#shared/contracts/custom-form.ts';
import type { AdministrationId, ClientId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { checkFormAnswer } from '#shared/forms/check-answers.ts';
import type { ClientCare } from './client-care.ts';
import type { CareDeps } from './deps.ts';
import { isChoice } from './is-choice.ts';
import { openCheckIn } from './visit-check-in.ts';
import { type VisitedForm, type VisitedLink, visitedLink } from './visited-link.ts';

/** The client begins: from now on the check-in counts as opened. */
export function begin(deps: CareDeps): ClientCare['begin'] {
  return async (link) => {
    const visited = await visitedLink(deps, link);
    if (visited === null || visited.administration.completedAt !== null) return refuse('notOpen');
    const { administrationId, clientId } = visited.administration;
    await deps.store.inPractice(visited.scope, (care) =>
      markOpened(care, administrationId, clientId),
    );
    return ok({ ...openCheckIn(visited), begun: true });
  };
}

/**
 * Saves one answer, or that an item was skipped (null). An answer given before stays in the log of
 * answers; the newest counts. The value is checked against what the question takes first. Panels hear of a risk item
 * at once, whatever its answer: it stands in the brief and the caseload before the form is sent, if ever.
 */
export function saveAnswer(deps: CareDeps): ClientCare['saveAnswer'] {
  return async (link, item, value, skipReason = null) => {
    const visited = await visitedLink(deps, link);
    if (visited === null) return refuse('notOpen');
    const { administration, scope } = visited;
    const { administrationId, clientId } = administration;
    const toSave = saving(visited, item, { value, skipReason });
    if (!toSave.ok) return toSave;
    const outcome = await deps.store.inPractice(scope, async (waiting) => {
      // An answer that waited is as old as its place in the line: after whoever was before it.
      await waiting.administrations.hold(administrationId);
      const isRisk = isRiskItem(visited, item);
      // Care that ended while this waited took the client out of every caseload: nobody would see it.
      if (isRisk && !(await waiting.clients.isInCare(clientId))) return 'closed';
      const care = waiting.at(deps.now());
      const saved = await toSave.value(care);
      if (saved === 'closed') return saved;
      await markOpened(care, administrationId, clientId);
      await care.audit.append({
        action: 'answer.saved',
        clientId,
        subject: { administrationId, item },
      });
      // Of every other answer they hear with the form: commits that tell stand behind each other.
      if (isRisk) await care.live.tell(clientId, 'client');
      return saved;
    });
    return outcome === 'saved' ? ok({ questions: questionsOf(visited) }) : refuse('notOpen');
  };
}

/** An answer, and for a skipped item of a measure why, where the client said so. */
interface Given {
  readonly value: FormAnswers[number];
  readonly skipReason: SkipReason | null;
}

type Saving = (care: CareRepositories) => Promise<'saved' | 'closed'>;

/** How an answer is saved, if the question takes it. */
function saving(
  visited: VisitedLink,
  item: number,
  { value, skipReason }: Given,
): Result<Saving, 'answerRefused'> {
  const { administrationId } = visited.administration;
  if (visited.kind === 'form') {
    const answer = ownAnswer(visited, item, value);
    if (!answer.ok) return answer;
    return ok((care) => care.ownAnswers.save(administrationId, item, answer.value));
  }
  if (typeof value === 'string' || !isChoice(visited.measure, item, value)) {
    return refuse('answerRefused');
  }
  return ok((care) => care.administrations.saveAnswer(administrationId, item, value, skipReason));
}

function ownAnswer(
  { form }: VisitedForm,
  item: number,
  value: FormAnswers[number],
): Result<FormAnswers[number], 'answerRefused'> {
  const asked = form.items[item - 1];
  const answer = asked === undefined ? refuse('answerRefused') : checkFormAnswer(asked, value);
  return answer.ok ? answer : refuse('answerRefused');
}

function questionsOf(visited: VisitedLink): number {
  return (visited.kind === 'form' ? visited.form : visited.measure).items.length;
}

function isRiskItem(visited: VisitedLink, item: number): boolean {
  return (
    visited.kind !== 'form' &&
    visited.measure.safetyItems.some(
      (safety) => safety.kind === 'suicidality' && safety.item === item,
    )
  );
}

async function markOpened(
  care: CareRepositories,
  administrationId: AdministrationId,
  clientId: ClientId,
): Promise<void> {
  if (!(await care.administrations.open(administrationId))) return;
  await care.audit.append({
    action: 'administration.opened',
    clientId,
    subject: { administrationId },
  });
}
