import type { Instrument } from '../../contracts/instrument.ts';
import { choicesOf } from '../choices.ts';

/** What decides whether an item is asked stands before it and can be answered that way. */
export function gateDefects(measure: Instrument): string[] {
  return measure.items.flatMap(({ number, askedWhen }) => {
    if (askedWhen === undefined) return [];
    const { anyOf, atLeast } = askedWhen;
    const gates = measure.items.filter((item) => anyOf.includes(item.number));
    const defects: string[] = [];
    if (gates.length < new Set(anyOf).size) {
      defects.push(`item ${number} depends on an item that does not exist`);
    }
    if (anyOf.some((gate) => gate >= number)) {
      defects.push(`item ${number} depends on an item that does not stand before it`);
    }
    const opened = gates.every((gate) =>
      choicesOf(measure, gate).some(({ value }) => value >= atLeast),
    );
    if (!opened) defects.push(`no answer lets item ${number} be asked`);
    return defects;
  });
}
