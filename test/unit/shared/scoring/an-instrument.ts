import type { Instrument } from '#shared/contracts/instrument.ts';
import type { AnswerOption, Item, SafetyItem, Subscale } from '#shared/contracts/items.ts';

/** Choices with these values, labelled by their number. */
export function optionsFrom(...values: readonly number[]): AnswerOption[] {
  return values.map((value) => ({ value, label: `choice ${value}` }));
}

/** Numbered items with nothing but a text, each changed as told by its number. */
export function itemsOf(count: number, own: Readonly<Record<number, Partial<Item>>> = {}): Item[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    text: `Invented item ${index + 1}`,
    ...own[index + 1],
  }));
}

/** A subscale of an invented measure: the sum of its items, without bands. */
export function aSubscale(id: string, items: number[], over: Partial<Subscale> = {}): Subscale {
  return {
    id,
    name: id,
    items,
    min: 0,
    max: items.length * 3,
    method: 'sum',
    multiplier: 1,
    bands: [],
    ...over,
  };
}

/** A question about suicidality. */
export function aRiskItem(item: number, over: Partial<SafetyItem> = {}): SafetyItem {
  return {
    item,
    positiveFrom: 1,
    kind: 'suicidality',
    provenance: 'proposal',
    source: 'invented',
    ...over,
  };
}

/** A measure nobody uses: four items from 0 to 3, added up, no blanks allowed. */
export function anInstrument(over: Partial<Instrument> = {}): Instrument {
  return { ...INVENTED, ...over };
}

const INVENTED: Instrument = {
  id: 'invented',
  version: 1,
  shortTitle: 'INV',
  title: 'Invented measure',
  domain: 'invented',
  population: 'nobody',
  licence: {
    tier: 'free',
    permission: 'invented',
    attribution: 'invented',
    attributionProvenance: 'proposal',
    evidence: 'direct',
    provenance: 'proposal',
    use: 'open',
    sources: [],
  },
  wording: 'given',
  wordingSources: [],
  itemCount: 4,
  stem: '',
  items: itemsOf(4),
  options: optionsFrom(0, 1, 2, 3),
  recall: { label: 'past week', days: 7 },
  scoring: { method: 'sum' },
  range: { min: 0, max: 12 },
  direction: 'higherWorse',
  reverseItems: [],
  subscales: [],
  bands: [
    { min: 0, max: 3, label: 'low' },
    { min: 4, max: 7, label: 'middle' },
    { min: 8, max: 12, label: 'high' },
  ],
  bandsProvenance: 'seen',
  bandsSource: 'invented',
  cutOffs: [],
  reliableChange: null,
  otherReliableChange: [],
  minimallyImportant: [],
  outcome: null,
  nonResponse: [],
  missing: {
    maxMissing: 0,
    method: 'none',
    minAnsweredShare: 1,
    provenance: 'proposal',
    source: 'invented',
  },
  safetyItems: [],
  trend: true,
  loinc: { panel: null, total: null, items: [] },
  sources: [],
  cautions: [],
  unsettled: [],
};

/** The rule for blanks with up to so many filled by the mean. */
export function prorating(maxMissing: number): Instrument['missing'] {
  return { ...INVENTED.missing, method: 'prorate', maxMissing, minAnsweredShare: 0.5 };
}
