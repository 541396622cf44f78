import type { Measure } from '../contracts/measure.ts';

/** What an own measure states of itself; all else is not known of it. */
export type OwnMeasure = Pick<
  Measure,
  'id' | 'instrumentId' | 'version' | 'shortTitle' | 'title' | 'direction' | 'range' | 'step'
>;

/**
 * A measure of the practice's own making: drawn as a line, compared with no norm. No cut-off, no
 * reliable change, no minimally important difference, no definition of response.
 */
export function withoutNorms(
  stated: OwnMeasure,
  bands: Measure['bands'],
  bandsSource: string,
): Measure {
  return {
    ...stated,
    recall: { label: 'as asked', days: null },
    bands,
    // Nobody here has seen where the practice has them from.
    bandsProvenance: 'recalled',
    bandsSource,
    cutOffs: [],
    reliableChange: null,
    otherReliableChange: [],
    minimallyImportant: [],
    outcome: null,
    nonResponse: [],
    trend: true,
    standing: 'own',
  };
}
