import type { RuleOutcome } from '../contracts/alert.ts';
import type { CheckIn } from '../contracts/brief.ts';
import type { CalendarDate, Instant } from '../contracts/calendar.ts';
import type { ScoredResponse } from '../contracts/response.ts';
import type { RuleSettings } from '../contracts/rule-settings.ts';
import { byDay } from '../measures/order.ts';
import { inOrder } from '../trajectory/order.ts';
import { M1, M2 } from './catalogue/participation.ts';
import { NO_SETTINGS, type RuleInForce, settingsInForce } from './catalogue/settings.ts';
import type { Circumstances } from './circumstances.ts';
import { standingResponses } from './history/answer-history.ts';
import { type Concern, concernOf } from './history/concern.ts';
import { type MissedName, missedOn, type Participation } from './history/participation.ts';
import { clears, fires } from './rules/rule.ts';

/** When and under what check-ins are looked at. */
export interface CheckInMoment extends Pick<Circumstances, 'settings'> {
  /** The practice's day. */
  readonly asOf: CalendarDate;
  /** The moment; what was answered or completed later is not seen. */
  readonly at: Instant;
  /** First day of the present care; what was due before is another treatment's. */
  readonly inCareSince: CalendarDate;
}

/**
 * M1 and M2, missed check-ins, for every measure that was sent. Evaluated on a day, not on a
 * submission: nothing is submitted when a client falls silent.
 *
 * Two check-ins of a measure in a row past due and not completed, or fewer than half of those due
 * within 28 days (two at least). M1, urgent, when the last score of the measure was in the clinical
 * range or the last answer to a risk question of any measure was positive; M2, information,
 * otherwise. Both clear when it no longer holds; M2 gives way to M1. `responses` are the client's, to
 * any measure.
 */
export function evaluateCheckIns(
  checkIns: readonly CheckIn[],
  responses: readonly ScoredResponse[],
  { settings = NO_SETTINGS, ...moment }: CheckInMoment,
): readonly RuleOutcome[] {
  const seen = responses.filter(({ submittedAt }) => isUntil(submittedAt, moment.at));
  const standing = standingResponses(seen).toSorted(byDay);
  const byMeasure = Map.groupBy(checkIns, ({ instrumentId }) => instrumentId);
  return [...byMeasure].flatMap(([id, sent]) => {
    const concern = (days: number) => concernOf(standing, id, { asOf: moment.asOf, days });
    return outcomesFor(id, dueOf(sent, moment), { settings, moment, concern });
  });
}

interface Looked {
  readonly settings: RuleSettings;
  readonly moment: Pick<CheckInMoment, 'asOf' | 'at'>;
  readonly concern: (days: number) => Concern | null;
}

function outcomesFor(
  id: string,
  participation: Participation,
  { settings, moment, concern }: Looked,
): RuleOutcome[] {
  const urgent = settingsInForce(M1, settings);
  const plain = settingsInForce(M2, settings);
  const why = concern(urgent.number('concern'));
  const seenBy = (rule: RuleInForce<MissedName>) => missedOn(participation, moment.asOf, rule);
  const [grave, mild] = [why === null ? null : seenBy(urgent), seenBy(plain)];
  const evidence = (missed: NonNullable<typeof mild>) =>
    ({ kind: 'missed', ...missed, concern: why, asOf: moment.asOf, at: moment.at }) as const;
  if (grave !== null && urgent.enabled) {
    return [fires(urgent, { id }, 'urgent', evidence(grave)), clears(plain, { id })];
  }
  if (mild !== null && plain.enabled) return [fires(plain, { id }, 'info', evidence(mild))];
  return seenBy(urgent) === null && mild === null
    ? [clears(urgent, { id }), clears(plain, { id })]
    : [];
}

/** The check-ins past due, oldest first, each as it stood at the moment. */
function dueOf(
  sent: readonly CheckIn[],
  { asOf, at, inCareSince }: Omit<CheckInMoment, 'settings'>,
): Participation {
  return sent
    .filter(({ dueOn }) => dueOn < asOf && dueOn >= inCareSince)
    .toSorted((one, other) => inOrder(one.dueOn, other.dueOn))
    .map(({ administrationId, dueOn, completedAt }) => ({
      administrationId,
      dueOn,
      completed: completedAt !== null && isUntil(completedAt, at),
    }));
}

function isUntil(moment: Instant, at: Instant): boolean {
  return Date.parse(moment) <= Date.parse(at);
}
