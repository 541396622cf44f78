import { isPartOfTotal } from '../../brief/parts.ts';
import type { Brief } from '../../contracts/brief.ts';
import type { AnsweredForm, MeasureTrend } from '../../contracts/measure-line.ts';
import type { Priority } from '../piece.ts';
import { isPrivateForm } from './private-forms.ts';

/** A line to be told, with the forms whose risk answers follow it. */
export interface ToldLine {
  readonly line: MeasureTrend;
  /** The form whose risk answers follow; null where they follow another line. */
  readonly form: AnsweredForm | null;
  /** What its sentences rank below: what is told by other lines gives way first. */
  readonly atMost: Priority | null;
}

/**
 * The lines in the order of the brief. The risk answers of a form follow the last of its lines that
 * is told. What may be in no text is left out.
 */
export function toldLines({ measures, forms }: Pick<Brief, 'measures' | 'forms'>): ToldLine[] {
  const told = measures.filter(({ instrumentId }) => !isPrivateForm(instrumentId, forms));
  const last = new Map(
    told.filter((line) => !isPartOfTotal(line)).map((line) => [line.instrumentId, line.measureId]),
  );
  return told.map((line) => ({
    line,
    form:
      last.get(line.instrumentId) === line.measureId
        ? (forms.find(({ instrumentId }) => instrumentId === line.instrumentId) ?? null)
        : null,
    atMost: leastOf(line),
  }));
}

/**
 * Forms without a line that is told: answered on a version that this build doesn't hold. Their risk
 * answers are told all the same.
 */
export function formsWithoutLine({
  measures,
  forms,
}: Pick<Brief, 'measures' | 'forms'>): AnsweredForm[] {
  const lined = new Set(measures.map(({ instrumentId }) => instrumentId));
  return forms.filter(
    ({ instrumentId }) => !lined.has(instrumentId) && !isPrivateForm(instrumentId, forms),
  );
}

/** Parts of a total are for the full text; a sum of two totals is for where there is room. */
function leastOf(line: MeasureTrend): Priority | null {
  if (isPartOfTotal(line)) return 'full';
  return line.role === 'composite' ? 'limits' : null;
}
