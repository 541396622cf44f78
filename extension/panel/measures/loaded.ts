import type { Instrument } from '#shared/contracts/instrument.ts';
import { ON_DEMAND } from '#shared/instruments/on-demand.ts';

const loaded: Instrument[] = [];

/**
 * Takes the place of the whole catalogue in the extension (`wxt.config.ts`): the measures that were
 * loaded so far. What is not in it would be shown and judged by nothing, so nothing about a client
 * reaches the panel before {@link loadMeasures} has loaded all that it names.
 */
export const CATALOGUE: readonly Instrument[] = loaded;

/**
 * Loads measures by `Instrument.id`; ids that this build does not know are passed over. Rejects when
 * a file of the extension can't be read.
 */
export async function loadMeasures(ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  const known = Object.entries(ON_DEMAND).filter(([id]) => wanted.has(id));
  const measures = await Promise.all(known.map(([, load]) => load()));
  loaded.push(...measures.filter((measure) => !loaded.includes(measure)));
}
