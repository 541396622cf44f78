import type { Instrument } from './instrument.ts';

/**
 * Something that yields one number each time it is answered, and so has a line over time: the total
 * of an instrument (`phq9`), one of its subscales (`dass21.depression`), a composite of two
 * (`phqads`), one rating of a practice's own form (`form:<id>.<item>`) or a total that is entered by
 * hand (`hand:oq45`). Change, trajectory, alerts and charts are about measures.
 */
export interface Measure
  extends Pick<
    Instrument,
    | 'version'
    | 'shortTitle'
    | 'title'
    | 'direction'
    | 'recall'
    | 'bands'
    | 'bandsProvenance'
    | 'bandsSource'
    | 'cutOffs'
    | 'reliableChange'
    | 'otherReliableChange'
    | 'minimallyImportant'
    | 'outcome'
    | 'nonResponse'
    | 'trend'
  > {
  /** What evidence, lines and alerts are kept under. */
  readonly id: string;
  /** The form it comes from. */
  readonly instrumentId: string;
  /** Null where nothing is known (a total entered by hand). */
  readonly range: { readonly min: number; readonly max: number } | null;
  /** How far two neighbouring scores lie apart: 2 for doubled scores. */
  readonly step: number;
  /**
   * `normed`: thresholds come from published data. `own`: made by the practice, no norm is claimed.
   */
  readonly standing: 'normed' | 'own';
}
