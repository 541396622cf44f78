import { INSTRUMENTS, instrument } from '../instruments/registry.ts';
import { compositeReadings } from '../measures/composite.ts';
import { measuresOf } from '../measures/of-instrument.ts';
import { observationsOf } from '../trajectory/observations.ts';
import { type LineSource, PLAIN, type SourceFacts } from './sources.ts';
import { standing } from './standing.ts';

/** The sums of two instruments answered together. Corrections are settled before anything is added. */
export function compositeLines({ responses }: SourceFacts): LineSource[] {
  const { current } = standing(responses);
  const composites = INSTRUMENTS.filter(({ scoring }) => scoring.method === 'composite');
  return composites.flatMap((composite) => {
    const { scoring } = composite;
    const [measure] = measuresOf(composite);
    if (scoring.method !== 'composite' || measure === undefined) return [];
    const parts = scoring.of.flatMap((id) => instrument(id) ?? []);
    const readings = compositeReadings(composite, parts, current);
    if (readings.length === 0) return [];
    return [
      {
        measureId: composite.id,
        instrumentId: composite.id,
        name: composite.shortTitle,
        role: 'composite',
        measure,
        recallDays: null,
        observations: observationsOf(readings, new Map()),
        details: new Map(
          readings.flatMap(({ responseIds, prorated }) =>
            responseIds.map((id) => [id, { ...PLAIN, prorated }] as const),
          ),
        ),
        count: readings.length,
      } satisfies LineSource,
    ];
  });
}
