import type { Instrument } from '../../contracts/instrument.ts';
import type { SafetyItem } from '../../contracts/items.ts';
import { choicesOf } from '../choices.ts';

/** Every threshold of a safety item can be reached, and an emergency is no milder than a positive. */
export function safetyDefects(measure: Instrument): string[] {
  const items = measure.safetyItems.map(({ item }) => item);
  return [
    ...measure.safetyItems.flatMap((safety) => thresholdDefects(measure, safety)),
    ...(new Set(items).size < items.length ? ['a safety item is named twice'] : []),
  ];
}

function thresholdDefects(
  measure: Instrument,
  { item, positiveFrom, emergencyFrom }: SafetyItem,
): string[] {
  const asked = measure.items.find(({ number }) => number === item);
  const choices = asked === undefined ? measure.options : choicesOf(measure, asked);
  const values = choices.map(({ value }) => value);
  const defects: string[] = [];
  if (!values.includes(positiveFrom)) {
    defects.push(`no answer is the threshold of safety item ${item}`);
  }
  if (positiveFrom <= Math.min(...values)) {
    defects.push(`every answer to safety item ${item} is positive`);
  }
  if (emergencyFrom === undefined) return defects;
  if (!values.includes(emergencyFrom) || emergencyFrom < positiveFrom) {
    defects.push(`the emergency of safety item ${item} is no answer at or above its threshold`);
  }
  return defects;
}
