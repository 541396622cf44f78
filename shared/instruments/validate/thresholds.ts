import type { Instrument } from '../../contracts/instrument.ts';
import { totalScale } from './scales.ts';

/** Important differences, outcomes and non-response lie on the scale that they are about. */
export function thresholdDefects(measure: Instrument): string[] {
  return [
    ...importantDifferenceDefects(measure),
    ...outcomeDefects(measure),
    ...nonResponseDefects(measure),
    ...(measure.bandsSource === '' ? ['the bands name no source'] : []),
    ...(measure.recall.days !== null && measure.recall.days < 1 ? ['recall is no time'] : []),
  ];
}

function importantDifferenceDefects(measure: Instrument): string[] {
  const scale = totalScale(measure);
  const width = scale === null ? 0 : scale.max - scale.min;
  return measure.minimallyImportant.flatMap(({ value, upTo, unit, source }) => [
    ...((upTo ?? value) > (unit === 'points' ? width : 100)
      ? [`the important difference ${value} is larger than the range`]
      : []),
    ...((upTo ?? Infinity) <= value
      ? [`the important difference ${value} ends before it begins`]
      : []),
    ...(source === '' ? [`the important difference ${value} names no source`] : []),
  ]);
}

function outcomeDefects(measure: Instrument): string[] {
  const { outcome, direction } = measure;
  const scale = totalScale(measure);
  if (outcome === null) return [];
  if (direction === 'higherBetter') {
    return ['response and remission are defined for a scale on which higher is better'];
  }
  const { responsePercent, remissionBelow } = outcome;
  const inRange = scale !== null && remissionBelow > scale.min && remissionBelow <= scale.max;
  const share = responsePercent > 0 && responsePercent <= 100;
  return inRange && share ? [] : ['response or remission can not be reached'];
}

function nonResponseDefects(measure: Instrument): string[] {
  const { nonResponse } = measure;
  const scale = totalScale(measure);
  const outside = nonResponse.filter(
    ({ score }) => scale === null || score <= scale.min || score > scale.max,
  );
  const ascending = nonResponse.every(
    ({ week }, place) => week > (nonResponse[place - 1]?.week ?? 0),
  );
  return [
    ...outside.map(({ week }) => `the non-response score of week ${week} is out of range`),
    ...(ascending ? [] : ['the weeks of non-response do not ascend']),
  ];
}
