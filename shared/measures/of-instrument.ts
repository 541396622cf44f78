import type { Instrument } from '../contracts/instrument.ts';
import type { Subscale } from '../contracts/items.ts';
import type { Measure } from '../contracts/measure.ts';
import { stepOfSubscale, stepOfTotal } from './steps.ts';

/**
 * The measures that an instrument yields: its total, unless it has none, and each of its subscales.
 * A screen yields none: it finds something or not, and has no line over time.
 */
export function measuresOf(instrument: Instrument): Measure[] {
  const { method } = instrument.scoring;
  if (method === 'screen') return [];
  const parts = instrument.subscales.map((subscale) => ofSubscale(instrument, subscale));
  return method === 'subscales' ? parts : [ofTotal(instrument), ...parts];
}

/** `dass21.depression`: the id of a subscale as a measure. */
export function subscaleMeasureId(instrumentId: string, subscaleId: string): string {
  return `${instrumentId}.${subscaleId}`;
}

function ofTotal(instrument: Instrument): Measure {
  const { id, shortTitle, title, range } = instrument;
  return {
    ...common(instrument, null),
    id,
    shortTitle,
    title,
    range,
    step: stepOfTotal(instrument),
    bands: settled(instrument, instrument.bands),
  };
}

function ofSubscale(instrument: Instrument, subscale: Subscale): Measure {
  const { name, min, max, bands } = subscale;
  return {
    ...common(instrument, subscale.id),
    id: subscaleMeasureId(instrument.id, subscale.id),
    shortTitle: `${instrument.shortTitle} ${name}`,
    title: `${instrument.title}: ${name}`,
    range: { min, max },
    step: stepOfSubscale(instrument, subscale),
    bands: settled(instrument, bands),
  };
}

/**
 * What a measure takes from its instrument. Thresholds that name a subscale are that one's alone;
 * the others are the total's, or every subscale's where there is no total.
 */
function common(
  instrument: Instrument,
  subscale: string | null,
): Omit<Measure, 'id' | 'shortTitle' | 'title' | 'range' | 'step' | 'bands'> {
  const { cutOffs, reliableChange, otherReliableChange } = instrument;
  const isGeneral = subscale === null || instrument.scoring.method === 'subscales';
  const concerns = (threshold: { subscale?: string | undefined }) =>
    threshold.subscale === undefined ? isGeneral : threshold.subscale === subscale;
  return {
    instrumentId: instrument.id,
    version: instrument.version,
    direction: instrument.direction,
    recall: instrument.recall,
    bandsProvenance: instrument.bandsProvenance,
    bandsSource: instrument.bandsSource,
    cutOffs: cutOffs.filter((cutOff) => cutOff.countFrom === undefined && concerns(cutOff)),
    reliableChange: reliableChange !== null && concerns(reliableChange) ? reliableChange : null,
    otherReliableChange: otherReliableChange.filter(concerns),
    minimallyImportant: isGeneral ? instrument.minimallyImportant : [],
    outcome: isGeneral ? instrument.outcome : null,
    nonResponse: isGeneral ? instrument.nonResponse : [],
    trend: instrument.trend,
    standing: 'normed',
  };
}

function settled({ bandsProvenance }: Instrument, bands: Measure['bands']): Measure['bands'] {
  return bandsProvenance === 'unsettled' ? [] : bands;
}
