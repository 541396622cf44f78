import { TREND_WINDOW } from '../change/slope.ts';
import type { Provenance } from '../contracts/provenance.ts';

/** A number that a judgement over time depends on, and how far it can be relied on. */
export interface StatedLimit {
  readonly value: number;
  readonly provenance: Provenance;
  /** The publication, or the reason for our choice. */
  readonly source: string;
}

/** Every number of our own or of a publication that a practice may replace. */
export const STATED_LIMITS = {
  /** Days without any contact after which the next score begins a new episode: more than these. */
  episodeGapDays: {
    value: 180,
    provenance: 'proposal',
    source:
      'our choice: half a year, longer than the monthly check-ins that are advised for six months after remission',
  },
  /** The trend rests on at most so many of the newest scores. */
  trendWindow: {
    value: TREND_WINDOW,
    provenance: 'proposal',
    source: 'our choice: enough for an interval, recent enough to be about now',
  },
  /** Measurements from the baseline on, that one included, before being on track is judged. */
  onTrackMeasurements: {
    value: 4,
    provenance: 'proposal',
    source: 'our rule without proprietary recovery curves: review at about session 4',
  },
  /** Days since the baseline before being on track is judged. */
  onTrackDays: {
    value: 21,
    provenance: 'proposal',
    source: 'our rule: less than three weeks is too early to say',
  },
  /** An improvement of at least so many percent of the baseline is not flagged. */
  onTrackPercent: {
    value: 20,
    provenance: 'proposal',
    source:
      'our rule; about 20 % of the baseline is the smallest important difference (Kounali 2022, PMC9340848)',
  },
  /** Measurement from which "not on track" asks for more than a review. */
  actMeasurements: {
    value: 6,
    provenance: 'proposal',
    source:
      'our rule: one class of courses barely changes until session 6 (Saunders 2019, PMC6428692)',
  },
  /** Measurements, the baseline included, after which improvement should show. */
  improvementMeasurements: {
    value: 6,
    provenance: 'proposal',
    source: 'our rule: 6 sessions, counted in measurements because sessions are not known here',
  },
  /** Days since the baseline after which improvement should show. */
  improvementDays: { value: 56, provenance: 'proposal', source: 'our rule: 8 weeks' },
  /** A score at most so many days from a published week is taken for that week. */
  nonResponseWindowDays: {
    value: 7,
    provenance: 'proposal',
    source:
      'our choice: the publication names weeks; a client measured every two weeks always has a score within 7 days',
  },
} as const satisfies Record<string, StatedLimit>;

/** The numbers in force, by the names of {@link STATED_LIMITS}. */
export type Limits = { readonly [name in keyof typeof STATED_LIMITS]: number };

/** The stated numbers, each replaced where the practice has set its own. */
export function limitsInForce(own: Partial<Limits>): Limits {
  const {
    episodeGapDays,
    trendWindow,
    onTrackMeasurements,
    onTrackDays,
    onTrackPercent,
    actMeasurements,
    improvementMeasurements,
    improvementDays,
    nonResponseWindowDays,
  } = STATED_LIMITS;
  return {
    episodeGapDays: episodeGapDays.value,
    trendWindow: trendWindow.value,
    onTrackMeasurements: onTrackMeasurements.value,
    onTrackDays: onTrackDays.value,
    onTrackPercent: onTrackPercent.value,
    actMeasurements: actMeasurements.value,
    improvementMeasurements: improvementMeasurements.value,
    improvementDays: improvementDays.value,
    nonResponseWindowDays: nonResponseWindowDays.value,
    ...own,
  };
}
