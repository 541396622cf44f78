import type { Instrument } from '../../contracts/instrument.ts';
import type { Subscale } from '../../contracts/items.ts';
import { shownPlaces } from '../shown.ts';

/** A number that a measure yields, with the range that is declared for it. */
export interface Scale {
  /** `total`, or `Subscale.id`. */
  readonly id: string;
  readonly min: number;
  readonly max: number;
  /** How far two neighbouring scores lie apart as they are shown. */
  readonly step: number;
}

/** The scale of the total; null where there is none (a screen, or subscales for themselves). */
export function totalScale({ scoring, range }: Instrument): Scale | null {
  if (range === null || scoring.method === 'subscales') return null;
  return { id: 'total', ...range, step: shownStep(scoring.method) };
}

/** The scale of a subscale. */
export function subscaleScale({ id, min, max, method, multiplier }: Subscale): Scale {
  return { id, min, max, step: method === 'mean' ? shownStep(method) : multiplier };
}

/** The scale that a threshold is about: a subscale's where it names one, else the total's. */
export function scaleOf(measure: Instrument, subscale: string | undefined): Scale | null {
  if (subscale === undefined) return totalScale(measure);
  const found = measure.subscales.find(({ id }) => id === subscale);
  return found === undefined ? null : subscaleScale(found);
}

function shownStep(method: Instrument['scoring']['method']): number {
  return 10 ** -shownPlaces(method);
}
