import { useMemo } from 'preact/hooks';
import { goalDrawing } from '#shared/charts/goals/goal-drawing.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { GoalCourse } from '#shared/contracts/goal.ts';
import { viewsInWords } from '#shared/words/goals.ts';
import { LineSetChart } from '../../ui/chart/line-set.tsx';
import { useWidth } from '../../ui/chart/width.ts';
import { Disclosure, Tag } from '../../ui/controls.tsx';
import type { GoalActions } from './actions.ts';
import { CloseGoal } from './close-goal.tsx';
import { RateGoal } from './rate-goal.tsx';
import { closingInWords, courseInWords, daysInWords, ratingOn } from './words.ts';

const HEIGHT = 112;

interface GoalProps {
  readonly goal: GoalCourse;
  readonly brief: Pick<Brief, 'asOfDate'>;
}

/** A goal that is worked on: words, both ratings, their course, and what can be done about it. */
export function OpenGoal({
  goal,
  brief,
  actions,
  say,
}: GoalProps & { readonly actions: GoalActions; readonly say: (words: string) => void }) {
  const { asOfDate } = brief;
  const isNew = goal.client?.isNew === true;
  return (
    <li class="goal own-words stack">
      <div>
        <Words goal={goal} />
        <p class="soft">
          {daysInWords(goal, asOfDate)} {isNew ? <Tag tone="unknown">Newly rated</Tag> : null}
        </p>
      </div>
      <dl class="raters">
        <dt>Client</dt>
        <dd>{courseInWords(goal.client, goal, asOfDate)}</dd>
        <dt>Clinician</dt>
        <dd>{courseInWords(goal.clinician, goal, asOfDate)}</dd>
      </dl>
      {goal.views === null ? null : <p>{viewsInWords(goal.views)}</p>}
      <Course goal={goal} brief={brief} />
      <Disclosure summary="Rate or close">
        <div class="stack">
          <RateGoal goal={goal} brief={brief} actions={actions} say={say} />
          <CloseGoal goal={goal} actions={actions} say={say} />
        </div>
      </Disclosure>
    </li>
  );
}

/** A goal that was closed of late, as it was left. */
export function ClosedGoal({ goal, brief }: GoalProps) {
  return (
    <li class="goal own-words">
      <Words goal={goal} />
      <p class="soft">{closingInWords(goal, brief.asOfDate)}.</p>
    </li>
  );
}

/** The client's own words, as a quotation. */
function Words({ goal }: Pick<GoalProps, 'goal'>) {
  return (
    <figure>
      <figcaption class="soft">In the client’s words</figcaption>
      <blockquote>“{goal.words}”</blockquote>
    </figure>
  );
}

/** Drawn where there is a course, and every rating that is at hand as a list. */
function Course({ goal, brief }: GoalProps) {
  const { ref, width } = useWidth();
  const { asOfDate } = brief;
  const drawn = useMemo(
    () => goalDrawing(goal, { size: { width, height: HEIGHT }, today: asOfDate }),
    [goal, width, asOfDate],
  );
  if (drawn === null) return null;
  return (
    <>
      <figure ref={ref}>
        <LineSetChart drawing={drawn} summary={drawn.lines.map(({ said }) => said).join(' ')} />
      </figure>
      <Disclosure summary="Ratings as a list">
        <ul>
          {goal.ratings.toReversed().map((rating) => (
            <li key={`${rating.by} ${rating.on}`}>{ratingOn(rating, goal, asOfDate)}</li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
