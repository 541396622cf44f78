import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { GoalScale } from '#shared/contracts/goal.ts';
import { GoalId } from '#shared/contracts/ids.ts';
import { type Owner, type Problem, todayOf } from '../record/forms.ts';

/** A goal as far as it is typed: days as they were typed, checked when it is saved. */
export interface GoalDraft {
  readonly owner: Owner;
  /** Of the goal that will be on record: saving again is recognised as the same. */
  readonly id: GoalId;
  readonly words: string;
  readonly scale: GoalScale['kind'];
  /** From -2 to 2. */
  readonly levels: readonly string[];
  readonly on: string;
  /** Empty where none is agreed. */
  readonly targetOn: string;
  readonly saving: boolean;
  readonly problem: Problem | null;
}

/** An empty goal, agreed today. */
export function emptyDraft(owner: Owner, facts: BriefFacts, id: string): GoalDraft {
  return {
    owner,
    id: GoalId.parse(id),
    words: '',
    scale: 'zeroToTen',
    levels: ['', '', '', '', ''],
    on: todayOf(facts),
    targetOn: '',
    saving: false,
    problem: null,
  };
}
