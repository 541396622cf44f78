import { Tag } from '../../ui/controls.tsx';
import { Joined } from '../../ui/joined.tsx';
import { CourseChart } from './course-chart.tsx';
import { ItemCourses } from './item-courses.tsx';
import { Meaning } from './meaning.tsx';
import type { MeasureProps } from './measure-props.ts';
import { judgementOf, meaningOf } from './measure-words.ts';

/** One measure: the newest number and what it means, its course, and what lies behind it. */
export function MeasureView({ open, ...props }: MeasureProps & { readonly open: boolean }) {
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
      <CourseChart {...props} open={open} />
      <div class="on-demand">
        <ItemCourses measure={measure} brief={brief} />
        <Meaning measure={measure} />
      </div>
    </article>
  );
}
