import type { CalendarDate, Instant } from './calendar.ts';
import type { ResponseId } from './ids.ts';
import type { Instrument } from './instrument.ts';

/**
 * Something that yields one number each time it is answered, and so has a line over time: the total
 * of an instrument (`phq9`), one of its subscales (`dass21.depression`), a composite of two
 * (`phqads`), one rating of a practice's own form (`form:<id>.<item>`) or a total that is entered by
 * hand (`hand:oq45`). Change, trajectory, alerts and charts are about measures.
 *
 * `bands` holds only what may be shown: none that are unsettled. `cutOffs` holds only those of this
 * very score: a cut-off that is a number of items stays with the instrument.
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

/** The number that one answered form gives for one measure. */
export interface MeasureReading {
  /** `Measure.id`. */
  readonly measureId: string;
  /** Unrounded; change is computed from it. */
  readonly total: number;
  /** As people see it. */
  readonly displayed: number;
  /** Label of the severity band; null where the measure has none. */
  readonly band: string | null;
  /** True when a blank among its own items was filled by the measure's rule. */
  readonly prorated: boolean;
}

/** A reading on the line of its measure. */
export interface DatedReading extends MeasureReading {
  /** `Measure.version`; readings of two versions are never compared. */
  readonly version: number;
  /** The responses that it comes from: more than one for a composite, the newest last. */
  readonly responseIds: readonly ResponseId[];
  /** Of the newest of them. */
  readonly on: CalendarDate;
  readonly submittedAt: Instant;
}
