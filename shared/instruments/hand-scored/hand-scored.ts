/**
 * A measure that is known by name only. Its questions may not be shown; a total that the clinician
 * brings along can be entered by hand. It has no bands, cut-offs or thresholds but those that the
 * practice supplies.
 */
export interface HandScoredMeasure {
  /** Lower case, no `Instrument.id`: `oq45`. Its line is kept under `hand:oq45`. */
  readonly id: string;
  /** As clinicians write it. */
  readonly title: string;
  /**
   * `permissionNeeded`: may be taken in once its owner's permission is in writing. `neverShipped`:
   * its owner sells it or has refused.
   */
  readonly standing: 'permissionNeeded' | 'neverShipped';
  /** Why it can't be sent, with what was read of the owner's terms. */
  readonly why: string;
  /** What to offer instead; null where nothing was found. */
  readonly alternative: string | null;
}
