import type { Instrument } from '../../contracts/instrument.ts';
import { printedNumber } from '../choices.ts';

/** Items in their places, as many as the owner counts, and only where the wording is at hand. */
export function itemDefects({ items, itemCount, wording }: Instrument): string[] {
  if (wording !== 'given') {
    return items.length === 0 ? [] : [`the wording is ${wording}, and yet there are items`];
  }
  if (items.length === 0) return ['there are no items'];
  const defects = items
    .map(({ number }, index) => ({ number, place: index + 1 }))
    .filter(({ number, place }) => number !== place)
    .map(({ number, place }) => `item ${number} stands at place ${place}`);
  const counted = items.filter((item) => printedNumber(item) !== '').length;
  if (counted !== itemCount) defects.push(`${counted} items are there, ${itemCount} are announced`);
  return defects;
}
