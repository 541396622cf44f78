import type { Instrument } from '../../contracts/instrument.ts';
import type { SeverityBand } from '../../contracts/thresholds.ts';
import { type Scale, subscaleScale, totalScale } from './scales.ts';

/** Every score that can be shown lies in exactly one band, of the total and of each subscale. */
export function bandDefects(measure: Instrument): string[] {
  const total = totalScale(measure);
  const ofTotal =
    total === null
      ? measure.bands.map(({ label }) => `band ${label} belongs to no total`)
      : scaleDefects(total, measure.bands);
  return [
    ...ofTotal,
    ...measure.subscales.flatMap((one) => scaleDefects(subscaleScale(one), one.bands)),
  ];
}

function scaleDefects(scale: Scale, bands: readonly SeverityBand[]): string[] {
  const [first] = bands;
  if (first === undefined) return [];
  const last = bands.at(-1) ?? first;
  const defects = bands
    .filter(({ min, max }) => max < min)
    .map(({ label }) => `band ${label} ends before it begins`);
  if (first.min !== scale.min || last.max !== scale.max) {
    defects.push(`the bands of ${scale.id} do not reach both ends of the range`);
  }
  const astray = scoresOf(scale).filter((score) => bandsWith(bands, score) !== 1);
  if (astray.length > 0) {
    defects.push(`the bands of ${scale.id} leave a gap or overlap at ${astray.join(', ')}`);
  }
  return defects;
}

function bandsWith(bands: readonly SeverityBand[], score: number): number {
  return bands.filter(({ min, max }) => score >= min && score <= max).length;
}

/** Every score that can be shown, without the error of adding up fractions. */
function scoresOf({ min, max, step }: Scale): number[] {
  const perPoint = Math.round(1 / Math.min(step, 1));
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  return Array.from(
    { length: count },
    (_, place) => Math.round((min + place * step) * perPoint) / perPoint,
  );
}
