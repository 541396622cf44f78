import type { Instrument } from '../contracts/instrument.ts';

/**
 * Looks for contradictions inside an instrument's data that types can't see. Returns one sentence
 * per defect; an empty list means that scoring, alerts and text may rely on it.
 */
export function defectsOf(measure: Instrument): string[] {
  return [
    ...itemDefects(measure),
    ...rangeDefects(measure),
    ...referenceDefects(measure),
    ...bandDefects(measure),
    ...thresholdDefects(measure),
    ...missingRuleDefects(measure),
  ];
}

function itemDefects({ items, options }: Instrument): string[] {
  const defects: string[] = [];
  if (items.length === 0) defects.push('there are no items');
  items.forEach((item, index) => {
    if (item.number !== index + 1) defects.push(`item ${item.number} stands at place ${index + 1}`);
  });
  if (options.length < 2) defects.push('there are fewer than two options');
  if (new Set(options.map((option) => option.value)).size < options.length) {
    defects.push('two options have the same value');
  }
  return defects;
}

function rangeDefects({ items, options, range, subscales }: Instrument): string[] {
  const values = options.map((option) => option.value);
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const parts = [{ id: 'total', count: items.length, ...range }].concat(
    subscales.map(({ id, min, max, items: members }) => ({ id, count: members.length, min, max })),
  );
  return parts
    .filter(({ count, min, max }) => min !== lowest * count || max !== highest * count)
    .map(({ id }) => `the range of ${id} is not what its items add up to`);
}

function referenceDefects(measure: Instrument): string[] {
  const numbers = new Set(measure.items.map((item) => item.number));
  const references = [
    ...measure.reverseItems.map((item) => ({ by: 'reverse items', item })),
    ...measure.safetyItems.map(({ item }) => ({ by: 'safety items', item })),
    ...measure.subscales.flatMap(({ id, items }) => items.map((item) => ({ by: id, item }))),
  ];
  const unknown = references
    .filter(({ item }) => !numbers.has(item))
    .map(({ by, item }) => `${by} name item ${item}, which does not exist`);
  const answerable = new Set(measure.options.map((option) => option.value));
  const unreachable = measure.safetyItems
    .filter(({ positiveFrom }) => !answerable.has(positiveFrom))
    .map(({ item }) => `no answer is the threshold of safety item ${item}`);
  const codes = measure.loinc.items.length;
  const codesFit = codes === 0 || codes === measure.items.length;
  return [...unknown, ...unreachable, ...(codesFit ? [] : ['LOINC codes do not match the items'])];
}

/** Bands must cover every whole score of the range exactly once, in ascending order. */
function bandDefects({ bands, range }: Instrument): string[] {
  const [first] = bands;
  const last = bands.at(-1);
  if (first === undefined || last === undefined) return [];
  const defects: string[] = [];
  if (first.min !== range.min || last.max !== range.max) {
    defects.push('bands do not reach both ends of the range');
  }
  bands.forEach((band, index) => {
    if (band.max < band.min) defects.push(`band ${band.label} ends before it begins`);
    const next = bands[index + 1];
    if (next !== undefined && next.min !== band.max + 1) {
      defects.push(`bands ${band.label} and ${next.label} leave a gap or overlap`);
    }
  });
  return defects;
}

function thresholdDefects(measure: Instrument): string[] {
  const { range, cutOffs, direction } = measure;
  const defects: string[] = [];
  const worseSide = direction === 'higherWorse' ? '>=' : '<=';
  for (const { value, op } of cutOffs) {
    if (value <= range.min || value > range.max) defects.push(`cut-off ${value} is out of range`);
    if (op !== worseSide) defects.push(`cut-off ${value} puts the clinical range on the good side`);
  }
  if (cutOffs.length > 0 && cutOffs.filter((cutOff) => cutOff.default).length !== 1) {
    defects.push('not exactly one cut-off is the default');
  }
  const values = [measure.reliableChange, ...measure.otherReliableChange];
  for (const change of values) {
    if (change !== null && change.value > range.max - range.min) {
      defects.push(`reliable change ${change.value} is larger than the range`);
    }
  }
  if (measure.outcome !== null && direction === 'higherBetter') {
    defects.push('response and remission are defined for a scale on which higher is better');
  }
  return defects;
}

function missingRuleDefects({ missing, items, subscales }: Instrument): string[] {
  const defects: string[] = [];
  if (missing.maxMissing < 0 || missing.maxMissing >= items.length) {
    defects.push('the missing-item rule allows a score from nothing');
  }
  if (missing.minAnsweredShare <= 0 || missing.minAnsweredShare > 1) {
    defects.push('the share of answered items is not between 0 and 1');
  }
  const members = subscales.flatMap((subscale) => subscale.items);
  const partition = new Set(members).size === members.length && members.length === items.length;
  if (missing.method === 'proratePerSubscale' && !partition) {
    defects.push('items are not divided among the subscales, so these do not add up to the total');
  }
  return defects;
}
