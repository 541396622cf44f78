import * as z from 'zod/mini';
import type { WantedHandMeasure } from '#backend/care/hand-measure-care.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { SeverityBand } from '#shared/contracts/thresholds.ts';
import type { Problems } from '../field.ts';

/** What somebody typed into the page of one measure. */
export const MeasureForm = z.strictObject({
  /** `HandMeasure.id`; empty for a new one. */
  id: z.string().check(z.maxLength(40)),
  edition: z.string().check(z.regex(/^\d{1,9}$/)),
  name: z.string().check(z.maxLength(400)),
  direction: z.enum(['higherWorse', 'higherBetter']),
  min: z.string().check(z.maxLength(40)),
  max: z.string().check(z.maxLength(40)),
  bands: z.string().check(z.maxLength(4000)),
  bandsSource: z.string().check(z.maxLength(2000)),
});
export type MeasureForm = z.infer<typeof MeasureForm>;

/** The page of a measure that is not there yet. */
export const NOTHING_TYPED: MeasureForm = {
  id: '',
  edition: '0',
  name: '',
  direction: 'higherWorse',
  min: '',
  max: '',
  bands: '',
  bandsSource: '',
};

/** One band a line, `0 to 43: functional`; a dash or "to" between the numbers. */
const BAND = /^\s*(-?\d+(?:\.\d+)?)\s*(?:to|[-–])\s*(-?\d+(?:\.\d+)?)\s*[:,]?\s+(\S.*?)\s*$/i;

/** A statement as the page shows it, to be changed. */
export function typedOf(measure: HandMeasure, edition: number): MeasureForm {
  const { id, name, direction, range, bands, bandsSource } = measure;
  return {
    id,
    edition: String(edition),
    name,
    direction,
    min: range === null ? '' : String(range.min),
    max: range === null ? '' : String(range.max),
    bands: bands.map(({ min, max, label }) => `${min} to ${max}: ${label}`).join('\n'),
    bandsSource,
  };
}

/** What was typed as a statement, or what can't be read of it, field by field. */
export function wantedOf(typed: MeasureForm): Result<WantedHandMeasure, Problems> {
  const problems = new Map<string, string>();
  const name = typed.name.trim();
  if (name === '') problems.set('name', 'Give the measure its name, as clinicians write it.');
  if (name.length > 80) problems.set('name', 'Shorten this to 80 characters.');
  const bandsSource = typed.bandsSource.trim();
  if (bandsSource.length > 300) problems.set('bandsSource', 'Shorten this to 300 characters.');
  const range = rangeOf(typed, problems);
  const bands = bandsOf(typed.bands, problems);
  if (problems.size > 0) return refuse(problems);
  const id = typed.id === '' ? idOf(name) : typed.id;
  const measure = { id, name, direction: typed.direction, range, bands, bandsSource };
  return ok({ measure, seenEdition: Number(typed.edition) });
}

function rangeOf({ min, max }: MeasureForm, problems: Map<string, string>): HandMeasure['range'] {
  if (min.trim() === '' && max.trim() === '') return null;
  const [lowest, highest] = [numberOf(min), numberOf(max)];
  if (lowest === null) problems.set('min', 'Type the lowest total as a number.');
  if (highest === null) problems.set('max', 'Type the highest total as a number.');
  return lowest === null || highest === null ? null : { min: lowest, max: highest };
}

function numberOf(text: string): number | null {
  return /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null;
}

function bandsOf(text: string, problems: Map<string, string>): SeverityBand[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length > 12) problems.set('bands', 'Use up to 12 bands.');
  return lines.flatMap((line) => {
    const [, min, max, label] = BAND.exec(line) ?? [];
    if (min !== undefined && max !== undefined && label !== undefined) {
      return [{ min: Number(min), max: Number(max), label }];
    }
    problems.set('bands', `“${line.trim()}” was not understood. Write it as: 0 to 43: functional`);
    return [];
  });
}

/** The lasting id of a measure, from its name: `OQ-45.2` is `oq452`. */
function idOf(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return `${/^[a-z]/.test(plain) ? '' : 'm'}${plain}`.slice(0, 40);
}
