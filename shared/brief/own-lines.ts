import type { CustomForm } from '../contracts/custom-form.ts';
import type { Observation } from '../contracts/observation.ts';
import type { HandTotal, OwnAnswers, OwnFormResponse } from '../contracts/own-answers.ts';
import { measureByHand, readingByHand } from '../measures/by-hand.ts';
import { measuresOfForm, readingsOfForm } from '../measures/of-form.ts';
import type { LineSource, SourceFacts } from './sources.ts';

const NO_DETAILS: LineSource['details'] = new Map();

/** The lines of the practice's own ratings and of totals entered by hand. */
export function ownLines({ own }: SourceFacts): LineSource[] {
  return own === undefined ? [] : [...ratingLines(own), ...handLines(own)];
}

/** A rating is known by form and item; it goes by the name of the form's newest version. */
function ratingLines({ forms, responses }: OwnAnswers): LineSource[] {
  const newest = new Map<string, CustomForm>();
  for (const form of forms.toSorted((one, other) => one.version - other.version)) {
    newest.set(form.formId, form);
  }
  return [...newest.values()].flatMap((form) =>
    measuresOfForm(form).flatMap((measure) => {
      const observations = responses.flatMap((response) => {
        const answered = forms.find(
          ({ formId, version }) => formId === response.formId && version === response.formVersion,
        );
        return answered === undefined ? [] : ratingOn(measure.id, answered, response);
      });
      return observations.length === 0 ? [] : [lineOf('own', measure, observations)];
    }),
  );
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
function handLines({ handMeasures, handTotals }: OwnAnswers): LineSource[] {
  return handMeasures.flatMap((stated) => {
    const made = measureByHand(stated);
    if (!made.ok) return [];
    const entered = handTotals.filter(
      ({ handMeasureId, handMeasureVersion }) =>
        handMeasureId === stated.id && handMeasureVersion === stated.version,
    );
    const observations = entered.flatMap((total) => totalOn(made.value, total));
    return observations.length === 0 ? [] : [lineOf('byHand', made.value, observations)];
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
  measure: NonNullable<LineSource['measure']>,
  observations: readonly Observation[],
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
    count: observations.length,
  };
}
