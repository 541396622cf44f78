import type { Instant } from '../contracts/calendar.ts';
import type { ExternalPoint } from '../contracts/care-event.ts';
import type { EhrId } from '../contracts/ehr.ts';
import type { MeasureTrend } from '../contracts/measure-line.ts';
import type { ExternalScore } from '../contracts/reading.ts';

/** Why a score that an EHR shows is listed and not drawn. */
export type NotDrawn = 'unknownName' | 'otherScale';

/** What became of the scores that an EHR shows. */
export interface ShownScores {
  /** Those that are surely of a measure the client has answered here. */
  readonly points: readonly ExternalPoint[];
  readonly notDrawn: readonly { readonly score: ExternalScore; readonly because: NotDrawn }[];
  /** Drawn ones that differ from what was scored here on the same day. */
  readonly differing: readonly {
    readonly name: string;
    readonly score: ExternalScore;
    /** As displayed. */
    readonly own: number;
  }[];
}

/**
 * Names beside a measure's own short title, by `Measure.id`, as the measures' owners and EHRs print
 * them. Exact names only: "PHQ" alone is four measures, and "Depression" is a subject.
 */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  phq9: ['Patient Health Questionnaire-9', 'Patient Health Questionnaire (PHQ-9)'],
  gad7: [
    'Generalized Anxiety Disorder-7',
    'Generalized Anxiety Disorder (GAD-7)',
    'General Anxiety Disorder-7',
  ],
  pcl5: ['PTSD Checklist for DSM-5', 'PTSD Checklist for DSM-5 (PCL-5)'],
};

/**
 * Sorts the scores that a page shows of a client into those that can be drawn beside the client's own
 * lines, and those that can't. They are told apart by name, and by the highest score where the page says
 * it; nothing is converted, judged or kept.
 */
export function shownScores(
  scores: readonly ExternalScore[],
  measures: readonly MeasureTrend[],
  from: { readonly ehr: EhrId; readonly readAt: Instant },
): ShownScores {
  const sorted = scores.map((score) => ({ score, found: lineOf(score, measures) }));
  const drawn = sorted.flatMap(({ score, found }) =>
    typeof found === 'string' ? [] : [{ score, line: found }],
  );
  return {
    points: drawn.map(({ score, line }) => pointOf(score, line, from)),
    notDrawn: sorted.flatMap(({ score, found }) =>
      typeof found === 'string' ? [{ score, because: found }] : [],
    ),
    differing: drawn.flatMap(({ score, line }) => {
      const own = ownOn(line, score);
      return own === null || own === score.score ? [] : [{ name: line.name, score, own }];
    }),
  };
}

/** The lines with the points that belong to them, in the order of days. */
export function withShown(
  measures: readonly MeasureTrend[],
  points: readonly ExternalPoint[],
): MeasureTrend[] {
  return measures.map((line) => {
    const own = points.filter(({ measureId }) => measureId === line.measureId);
    const external = [...line.external, ...own].toSorted((one, other) =>
      one.on < other.on ? -1 : Number(one.on > other.on),
    );
    return own.length === 0 ? line : { ...line, external };
  });
}

function lineOf(score: ExternalScore, measures: readonly MeasureTrend[]): MeasureTrend | NotDrawn {
  const named = measures.filter(
    (line) => line.role === 'total' && namesOf(line).includes(plain(score.measure)),
  );
  const [line] = named;
  if (line === undefined || named.length > 1) return 'unknownName';
  return isOnScale(score, line) ? line : 'otherScale';
}

function namesOf({ measureId, name }: MeasureTrend): string[] {
  return [name, ...(OTHER_NAMES[measureId] ?? [])].map(plain);
}

/** Case, spaces and hyphens are written in every way; nothing else is overlooked. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}]+/gu, '');
}

function isOnScale({ score, outOf }: ExternalScore, { measure }: MeasureTrend): boolean {
  const range = measure?.range;
  if (range === undefined || range === null) return false;
  const isWithin = score >= range.min && score <= range.max;
  return isWithin && (outOf === null || outOf === range.max);
}

function pointOf(
  { on, score: displayed }: ExternalScore,
  { measureId }: MeasureTrend,
  { ehr: shownBy, readAt }: { readonly ehr: EhrId; readonly readAt: Instant },
): ExternalPoint {
  return { measureId, on, displayed, shownBy, readAt };
}

/** The last score of that day here. */
function ownOn({ scores }: MeasureTrend, { on }: ExternalScore): number | null {
  return scores.findLast((score) => score.on === on && score.displayed !== null)?.displayed ?? null;
}
