import { cutOffInUse } from '../change/in-use.ts';
import type { Instant } from '../contracts/calendar.ts';
import type { CoupleView, PartnerCourse, SharedMeasure, ShownScore } from '../contracts/couple.ts';
import type { CareFacts } from '../contracts/episode.ts';
import type { ClientId, CoupleId, ResponseId } from '../contracts/ids.ts';
import type { Measure } from '../contracts/measure.ts';
import type { MeasuredPoint, Observation } from '../contracts/observation.ts';
import type { RuleSettings } from '../contracts/rule-settings.ts';
import type { Trajectory } from '../contracts/trajectory.ts';
import { trajectory } from '../trajectory/trajectory.ts';
import { gapBetween } from './gap.ts';
import { isAboutTheCouple, sharable } from './sharable.ts';

/** A score with whether a blank in it was filled in by the measure's rule. */
export interface SharedObservation extends Observation {
  readonly prorated: boolean;
}

/** What a partner's lines are drawn from: of the disclosed measures, and of no other. */
export interface PartnerRecord {
  readonly clientId: ClientId;
  readonly care: CareFacts;
  /** By `Measure.id`, in any order; corrections not settled. */
  readonly observations: ReadonlyMap<string, readonly SharedObservation[]>;
}

/** A couple, and when it was looked at. */
export interface CoupleMoment {
  readonly coupleId: CoupleId;
  readonly asOf: Instant;
}

/**
 * The couple's view of what both agreed to share (`measureIds`, from {@link disclosable}): each partner
 * against the own baseline, and the gap between them. With nothing to share it is `off`, whatever the
 * reason. Measures about the relationship come first.
 */
export function coupleView(
  { coupleId, asOf }: CoupleMoment,
  measureIds: readonly string[],
  partners: readonly [PartnerRecord, PartnerRecord],
  settings: RuleSettings,
): CoupleView {
  const measures = measureIds
    .flatMap((id) => sharable(id) ?? [])
    .toSorted((one, other) => rank(one) - rank(other) || one.id.localeCompare(other.id));
  if (measures.length === 0) return { is: 'off', coupleId, asOf };
  return {
    is: 'shared',
    coupleId,
    asOf,
    measures: measures.map((measure) => sharedMeasure(measure, partners, settings)),
  };
}

function rank(measure: Measure): number {
  return isAboutTheCouple(measure) ? 0 : 1;
}

function sharedMeasure(
  measure: Measure,
  [one, other]: readonly [PartnerRecord, PartnerRecord],
  settings: RuleSettings,
): SharedMeasure {
  const lines = [lineOf(measure, one), lineOf(measure, other)] as const;
  const courses: [PartnerCourse, PartnerCourse] = [
    partnerCourse(one.clientId, lines[0], proratedIn(measure, one)),
    partnerCourse(other.clientId, lines[1], proratedIn(measure, other)),
  ];
  const { id, shortTitle, direction, range, reliableChange } = measure;
  const cutOff = cutOffInUse(measure.cutOffs);
  return {
    measureId: id,
    name: shortTitle,
    direction,
    outOf: range?.max ?? null,
    cutOff:
      cutOff === null
        ? null
        : {
            value: cutOff.value,
            op: cutOff.op,
            meaning: cutOff.meaning,
            provenance: cutOff.provenance,
          },
    threshold:
      reliableChange === null
        ? null
        : {
            value: reliableChange.value,
            kind: reliableChange.kind,
            provenance: reliableChange.provenance,
            source: reliableChange.source,
          },
    partners: courses,
    gap: gapBetween(measure, lines, settings),
    together: together(courses),
  };
}

/** Another version is another measure: it is left out. */
function lineOf(measure: Measure, { observations, care }: PartnerRecord): Trajectory {
  const own = observations.get(measure.id) ?? [];
  return trajectory(
    own.filter(({ version }) => version === measure.version),
    measure,
    { care },
  );
}

function proratedIn({ id }: Measure, { observations }: PartnerRecord): ReadonlySet<ResponseId> {
  const filledIn = (observations.get(id) ?? []).filter(({ prorated }) => prorated);
  return new Set(filledIn.map(({ responseId }) => responseId));
}

function partnerCourse(
  clientId: ClientId,
  { latest, sinceBaseline }: Trajectory,
  prorated: ReadonlySet<ResponseId>,
): PartnerCourse {
  const { from, to } = sinceBaseline;
  return {
    clientId,
    latest: latest === null ? null : shownScore(latest, prorated),
    baseline: from === null || to === null ? null : shownScore(from, prorated),
    changeSinceBaseline: from === null || to === null ? null : to.displayed - from.displayed,
    ...(sinceBaseline.status === 'judged'
      ? { verdict: VERDICT[sinceBaseline.category], notJudgedFor: null }
      : { verdict: 'notJudged', notJudgedFor: sinceBaseline.reason }),
  };
}

function shownScore(
  { responseId, on, displayed, band }: MeasuredPoint,
  prorated: ReadonlySet<ResponseId>,
): ShownScore {
  return { on, displayed, band, prorated: prorated.has(responseId) };
}

const VERDICT = {
  reliableImprovement: 'better',
  reliableWorsening: 'worse',
  noReliableChange: 'noChange',
} as const;

function together([one, other]: readonly PartnerCourse[]): SharedMeasure['together'] {
  const verdicts = [one?.verdict, other?.verdict];
  if (verdicts.every((verdict) => verdict === 'better')) return 'bothBetter';
  if (verdicts.every((verdict) => verdict === 'worse')) return 'bothWorse';
  return verdicts.includes('better') && verdicts.includes('worse') ? 'discordant' : 'none';
}
