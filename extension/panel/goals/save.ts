import type { PutGoal } from '#shared/contracts/between-procedures.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { GoalScale } from '#shared/contracts/goal.ts';
import { GoalId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { type GoalFault, goalFaults } from '#shared/goals/faults.ts';
import { dayIn } from '../record/checks.ts';
import type { Problem } from '../record/forms.ts';
import { notSavedInWords } from '../record/words.ts';
import type { GoalActions } from './actions.ts';
import type { GoalDraft } from './draft.ts';

/** What has to be looked at, by the field that it is about. */
const FAULTS: Readonly<Record<GoalFault, Problem>> = {
  wordsMissing: { field: 'words', words: 'Write the goal in the client’s words.' },
  levelMissing: {
    field: 'levels',
    words: 'Put all five levels into words. They are agreed before anybody rates.',
  },
  levelsAlike: { field: 'levels', words: 'Two levels read the same. Tell them apart.' },
  targetTooEarly: { field: 'targetOn', words: 'That day is before the goal was agreed.' },
};

/** Said where something else was saved under the same id, by a press whose answer was lost. */
const FIRST_ARRIVED =
  'What you saved first has arrived and is on record. Saving this as well adds a second goal.';

/** What is sent of a draft, or what is to be looked at first. */
export function goalIn(draft: GoalDraft, facts: BriefFacts): Result<PutGoal, Problem> {
  const agreed = dayIn(draft.on, facts);
  if (!agreed.ok) return agreed;
  const target = draft.targetOn === '' ? null : CalendarDate.safeParse(draft.targetOn);
  if (target !== null && !target.success) {
    return refuse({ field: 'targetOn', words: 'Choose a day, or leave it empty.' });
  }
  const levels = draft.levels.map((level) => level.trim());
  const scale = GoalScale.safeParse(
    draft.scale === 'attainment' ? { kind: draft.scale, levels } : { kind: draft.scale },
  );
  if (!scale.success) return refuse(FAULTS.levelMissing);
  const goal = {
    clientId: facts.client.clientId,
    goalId: draft.id,
    words: draft.words.trim(),
    scale: scale.data,
    agreedOn: agreed.value,
    targetOn: target === null ? null : target.data,
  };
  const [fault] = goalFaults(goal);
  return fault === undefined ? ok(goal) : refuse(FAULTS[fault]);
}

/**
 * Saves the draft for the client whom it is about; what was not saved, or typed meanwhile, stays in it. Returns the words
 * that were kept, null when nothing was. Saving again after a lost answer keeps the goal once.
 */
export async function saveDraft(
  { draft, put, newId }: Pick<GoalActions, 'draft' | 'put' | 'newId'>,
  facts: BriefFacts,
): Promise<string | null> {
  const at = draft.peek();
  if (at === null || at.saving) return null;
  const goal = goalIn(at, facts);
  if (!goal.ok) {
    draft.value = { ...at, problem: goal.refusal };
    return null;
  }
  draft.value = { ...at, saving: true, problem: null };
  const reply = await put(goal.value);
  // Another client's draft, and one that was begun anew, has another id.
  const now = draft.peek();
  if (now?.id !== at.id) return reply.ok ? goal.value.words : null;
  if (reply.ok) {
    draft.value = restOf(now, goal.value, { facts, newId });
    return goal.value.words;
  }
  const problem = { field: null, words: notSavedInWords(reply) };
  draft.value = { ...now, saving: false, problem };
  return null;
}

/**
 * Lets go of a draft whose goal is on record although no answer came; one that was changed since
 * goes on under another id. Nothing happens while it is on its way.
 */
export function settleDraft(
  { draft, newId }: Pick<GoalActions, 'draft' | 'newId'>,
  facts: BriefFacts,
): void {
  const at = draft.peek();
  const there = facts.goals?.find(({ goalId }) => goalId === at?.id);
  if (at === null || at.saving || there === undefined) return;
  draft.value = restOf(at, there, { facts, newId });
}

/**
 * What is left of a draft once a goal is on record under its id: nothing where it says the same; else
 * all of it, under another id, because a goal's words and levels are never changed later.
 */
function restOf(
  draft: GoalDraft,
  kept: Agreed,
  { facts, newId }: { readonly facts: BriefFacts; readonly newId: () => string },
): GoalDraft | null {
  const goal = goalIn(draft, facts);
  if (goal.ok && isSameGoal(goal.value, kept)) return null;
  const problem = { field: null, words: FIRST_ARRIVED };
  return { ...draft, id: GoalId.parse(newId()), saving: false, problem };
}

type Agreed = Pick<PutGoal, 'words' | 'scale' | 'agreedOn' | 'targetOn'>;

function isSameGoal(one: Agreed, other: Agreed): boolean {
  return (
    one.words === other.words &&
    one.agreedOn === other.agreedOn &&
    one.targetOn === other.targetOn &&
    levelsOf(one.scale).join('\n') === levelsOf(other.scale).join('\n')
  );
}

/** None for a scale from 0 to 10. Each stands in one line, as it is typed. */
function levelsOf(scale: GoalScale): readonly string[] {
  return scale.kind === 'attainment' ? scale.levels : [];
}
