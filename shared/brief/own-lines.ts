import type { CustomForm } from '../contracts/custom-form.ts';
import type { Measure } from '../contracts/measure.ts';
import type { Observation } from '../contracts/observation.ts';
import type { HandTotal, OwnAnswers, OwnFormResponse } from '../contracts/own-answers.ts';
import { measureByHand, readingByHand } from '../measures/by-hand.ts';
import { measuresOfForm, readingsOfForm } from '../measures/of-form.ts';
import { countOf } from './own-forms.ts';
import type { LineSource, SourceFacts } from './sources.ts';

const NO_DETAILS: LineSource['details'] = new Map();

/** The lines of the practice's own ratings and of totals entered by hand. */
export function ownLines({ own, responseCounts }: SourceFacts): LineSource[] {
  return own === undefined
    ? []
    : [...ratingLines(own, responseCounts), ...handLines(own, responseCounts)];
}

/**
 * A rating is known by form and item. It goes by the newest version that asked it and was answered:
 * a version that was only sent says nothing yet, and one that dropped the question hides none.
 */
function ratingLines(
  { forms, responses }: OwnAnswers,
  responseCounts: SourceFacts['responseCounts'],
): LineSource[] {
  return [...Map.groupBy(forms, ({ formId }) => formId)].flatMap(([formId, versions]) => {
    const all = responses.filter((response) => response.formId === formId);
    const total = countOf(formId, all, responseCounts);
    return newestMeasures(versions, all).flatMap((measure) => {
      const observations = all.flatMap((response) => {
        const answered = versions.find(({ version }) => version === response.formVersion);
        return answered === undefined ? [] : ratingOn(measure.id, answered, response);
      });
      const count = total - (all.length - observations.length);
      return observations.length === 0 ? [] : [lineOf('own', measure, { observations, count })];
    });
  });
}

function newestMeasures(
  versions: readonly CustomForm[],
  responses: readonly OwnFormResponse[],
): Measure[] {
  const answered = versions
    .filter(({ version }) => responses.some(({ formVersion }) => formVersion === version))
    .toSorted((one, other) => one.version - other.version);
  return [
    ...new Map(answered.flatMap(measuresOfForm).map((measure) => [measure.id, measure])).values(),
  ];
}

function ratingOn(measureId: string, form: CustomForm, response: OwnFormResponse): Observation[] {
  const reading = readingsOfForm(form, response.answers).find(
    (candidate) => candidate.measureId === measureId,
  );
  if (reading === undefined) return [];
  const { total, displayed, band } = reading;
  const { responseId, answeredOn, submittedAt, formVersion, supersedes } = response;
  const corrects = supersedes ?? null;
  return [
    {
      responseId,
      on: answeredOn,
      submittedAt,
      version: formVersion,
      corrects,
      total,
      displayed,
      band,
    },
  ];
}

/** A total that does not lie on the stated scale is no score of it. */
function handLines(
  { handMeasures, handTotals }: OwnAnswers,
  responseCounts: SourceFacts['responseCounts'],
): LineSource[] {
  return handMeasures.flatMap((stated) => {
    const made = measureByHand(stated);
    if (!made.ok) return [];
    const all = handTotals.filter(({ handMeasureId }) => handMeasureId === stated.id);
    const observations = all
      .filter(({ handMeasureVersion }) => handMeasureVersion === stated.version)
      .flatMap((total) => totalOn(made.value, total));
    const inAll = responseCounts[made.value.id] ?? all.length;
    const count = inAll - (all.length - observations.length);
    return observations.length === 0 ? [] : [lineOf('byHand', made.value, { observations, count })];
  });
}

function totalOn(
  measure: Parameters<typeof readingByHand>[0],
  { responseId, on, enteredAt, handMeasureVersion, total, supersedes }: HandTotal,
): Observation[] {
  const reading = readingByHand(measure, total);
  if (!reading.ok) return [];
  const { displayed, band } = reading.value;
  const corrects = supersedes ?? null;
  const version = handMeasureVersion;
  return [{ responseId, on, submittedAt: enteredAt, version, corrects, total, displayed, band }];
}

function lineOf(
  role: 'own' | 'byHand',
  measure: Measure,
  { observations, count }: Pick<LineSource, 'observations' | 'count'>,
): LineSource {
  const { id, instrumentId, shortTitle } = measure;
  return {
    measureId: id,
    instrumentId,
    name: shortTitle,
    role,
    measure,
    recallDays: null,
    observations,
    details: NO_DETAILS,
    count,
  };
}
