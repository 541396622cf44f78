import type { Instrument } from '#shared/contracts/instrument.ts';
import { choicesOf } from '#shared/instruments/choices.ts';

/** Answers that go up and down in a wave, the same for the same place in the history. */
export function wavingAnswers(measure: Instrument, place: number): number[] {
  return measure.items.map((item) => {
    const values = choicesOf(measure, item).map(({ value }) => value);
    const height = Math.floor(((Math.sin(place / 20 + item.number) + 1) / 2) * values.length);
    return values[Math.min(height, values.length - 1)] ?? 0;
  });
}
