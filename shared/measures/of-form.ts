import {
  type ChoiceItem,
  type CustomForm,
  type FormAnswers,
  formKey,
  type RatingItem,
} from '../contracts/custom-form.ts';
import type { Measure, MeasureReading } from '../contracts/measure.ts';
import { withoutNorms } from './own.ts';
import { stepOfValues } from './steps.ts';

/** The measures of an own form: each rating and each choice. Words are not trended. */
export function measuresOfForm(form: CustomForm): Measure[] {
  const instrumentId = formKey(form.formId);
  return form.items.flatMap((item) => {
    if (item.kind === 'text') return [];
    const stated = {
      id: `${instrumentId}.${item.id}`,
      instrumentId,
      version: form.version,
      shortTitle: item.name,
      title: `${form.title}: ${item.name}`,
      direction: item.direction,
      ...scaleOf(item),
    };
    return [withoutNorms(stated, [], 'an own form states none')];
  });
}

/** What answers that were checked give for the form's measures. A blank gives nothing, nor words. */
export function readingsOfForm(form: CustomForm, answers: FormAnswers): MeasureReading[] {
  return form.items.flatMap((item, index) => {
    const answer = answers[index];
    if (typeof answer !== 'number') return [];
    const measureId = `${formKey(form.formId)}.${item.id}`;
    return [{ measureId, total: answer, displayed: answer, band: null, prorated: false }];
  });
}

function scaleOf(item: RatingItem | ChoiceItem): Pick<Measure, 'range' | 'step'> {
  if (item.kind === 'rating') return { range: { min: item.min, max: item.max }, step: 1 };
  const values = item.options.map(({ value }) => value);
  return {
    range: { min: Math.min(...values), max: Math.max(...values) },
    step: stepOfValues(values),
  };
}
