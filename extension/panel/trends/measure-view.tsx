import type { ComponentChildren } from 'preact';
import { Tag } from '../../ui/controls.tsx';
import { Joined } from '../../ui/joined.tsx';
import { CourseChart } from './course-chart.tsx';
import { ItemCourses } from './item-courses.tsx';
import { Meaning } from './meaning.tsx';
import type { MeasureProps } from './measure-props.ts';
import { judgementOf, meaningOf } from './measure-words.ts';

/** One measure: the newest number and what it means, its course, and what lies behind it. */
export function MeasureView({
  open,
  children,
  ...props
}: MeasureProps & {
  readonly open: boolean;
  /** What else stands on demand beside the chart. */
  readonly children?: ComponentChildren;
}) {
  const { measure, brief } = props;
  const { name, latest } = measure;
  const judgement = judgementOf(measure);
  const highest = measure.measure?.range?.max;
  return (
    <article class="measure">
      <div class="measure-head">
        <h3>
          {name} <Tag tone={judgement.tone}>{judgement.word}</Tag>
        </h3>
        <p class="big number">
          {latest.displayed ?? '–'} {highest === undefined ? null : <small>/ {highest}</small>}
        </p>
        <p class="soft meaning">
          <Joined parts={meaningOf(measure, brief.asOfDate)} />
        </p>
      </div>
      <div class="on-demand">
        <CourseChart {...props} open={open} />
        <ItemCourses measure={measure} brief={brief} />
        <Meaning measure={measure} />
        {children}
      </div>
    </article>
  );
}
