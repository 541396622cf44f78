import type { Tier } from '../contracts/alert.ts';
import { type Instant, instantOf, type TimeZone } from '../contracts/calendar.ts';
import type { StaffId } from '../contracts/ids.ts';
import type { EscalationLadder, EscalationStep } from '../contracts/ladder.ts';

/** By which way somebody of the practice is told. */
export type Way = EscalationStep['by'][number];

/** Somebody of the practice who can be told now, with the ways that lead to them. */
export interface Reachable {
  readonly staffId: StaffId;
  /** `browser` leads to everybody who has one open. */
  readonly ways: readonly Way[];
}

/** Whom a practice can turn to about one client. */
export interface LadderPeople {
  /** In whose caseload the client is. */
  readonly clinicians: readonly StaffId[];
  /** Who answers for the practice. */
  readonly admins: readonly StaffId[];
  /** Everybody who works in the practice now. */
  readonly reachable: readonly Reachable[];
}

/** One message that a ladder asks for. */
export interface LadderMessage {
  /** Place of the step in the ladder of its tier, from 1. */
  readonly step: number;
  readonly staffId: StaffId;
  readonly way: Way;
  readonly dueAt: Instant;
}

const CLINICIANS = { is: 'clinicians' } as const;

const ALL_WAYS: readonly Way[] = ['email', 'text', 'browser'];

/**
 * The ladder of a practice that has set none: at once, after 15 minutes, after an hour. It names no
 * backup person, for it knows nobody. The times are our proposal; no rule for them was ever published.
 */
export const DEFAULT_LADDER: EscalationLadder = {
  version: 0,
  emergency: [
    { afterMinutes: 0, to: CLINICIANS, by: ['email', 'text', 'browser'] },
    { afterMinutes: 15, to: CLINICIANS, by: ['email', 'text', 'browser'] },
    { afterMinutes: 60, to: CLINICIANS, by: ['email', 'text', 'browser'] },
  ],
  urgent: [
    { afterMinutes: 0, to: CLINICIANS, by: ['email', 'browser'] },
    { afterMinutes: 15, to: CLINICIANS, by: ['text', 'browser'] },
    { afterMinutes: 60, to: CLINICIANS, by: ['email', 'text'] },
  ],
  outOfHours: {
    days: [1, 2, 3, 4, 5],
    fromHour: 9,
    toHour: 17,
    words: 'The practice is closed now. Nobody is reading answers at this time.',
  },
};

/** The steps about alerts of a tier; none for those that wait in a list. */
export function stepsFor(ladder: EscalationLadder, tier: Tier): readonly EscalationStep[] {
  return tier === 'emergency' || tier === 'urgent' ? ladder[tier] : [];
}

/**
 * All messages that an alert of a tier asks for from the moment of its newest evidence, if nobody
 * acknowledges it. Who has no way that a step names is told by those they have; where that leaves
 * nobody with a mailbox or a telephone, others are told beside them ({@link withStandIns}). Steps that
 * call open browsers alone go by every way. Each person is told once a step and way.
 */
export function ladderMessages(
  ladder: EscalationLadder,
  alert: { readonly tier: Tier; readonly evidenceAt: Instant },
  people: LadderPeople,
): readonly LadderMessage[] {
  const steps = stepsFor(ladder, alert.tier);
  const areBrowsersAlone = !leavesBuilding(steps);
  const areTold = steps.some(({ to }) => to.is === 'clinicians');
  return steps.flatMap(({ afterMinutes, to, by }, place) => {
    const meant = to.is === 'person' ? [to.staffId] : people.clinicians;
    // Those who were told and did not answer do not stand in for whoever is told after them.
    const around = to.is === 'person' && areTold ? { ...people, clinicians: [] } : people;
    const dueAt = minutesAfter(alert.evidenceAt, afterMinutes);
    return withStandIns(meant, around, namedBy(steps)).flatMap(({ staffId, ways }) =>
      waysOf(areBrowsersAlone ? ALL_WAYS : by, ways).map((way) => ({
        step: place + 1,
        staffId,
        way,
        dueAt,
      })),
    );
  });
}

/**
 * Who is told of what is meant for somebody. Where none of them has a mailbox or a telephone, also the
 * first who have one of: those that the ladder names, the client's clinicians, the admins, everybody.
 * No alert waits for nobody while there is somebody. Without any address at all, the open browsers of
 * those that are meant, or of the first who work here.
 */
export function withStandIns(
  meant: readonly StaffId[],
  people: LadderPeople,
  named: readonly StaffId[],
): readonly Reachable[] {
  const own = people.reachable.filter(({ staffId }) => meant.includes(staffId));
  if (own.some(hasAddress)) return own;
  const standIns = standInsOf(people, named);
  if (standIns.length > 0) return [...own, ...standIns];
  return [own, ...rungsOf(people, named)].find(isAnybody) ?? [];
}

/** The first with a mailbox or a telephone who stand in for somebody; nobody where there is no address. */
export function standInsOf(people: LadderPeople, named: readonly StaffId[]): readonly Reachable[] {
  return (
    rungsOf(people, named)
      .map((rung) => rung.filter(hasAddress))
      .find(isAnybody) ?? []
  );
}

/** Who stands in for somebody, group by group: the next where nobody of one can be told. */
function rungsOf(
  { clinicians, admins, reachable }: LadderPeople,
  named: readonly StaffId[],
): readonly (readonly Reachable[])[] {
  const known = (ids: readonly StaffId[]) =>
    reachable.filter(({ staffId }) => ids.includes(staffId));
  return [known(named), known(clinicians), known(admins), reachable];
}

/** Whether a message can leave for somebody whose browser is closed. */
export function hasAddress({ ways }: Reachable): boolean {
  return ways.some((way) => way !== 'browser');
}

/** Whether any of the steps tells somebody whose browser is closed, as all are at night. */
export function leavesBuilding(steps: readonly EscalationStep[]): boolean {
  return steps.some(({ by }) => by.some((way) => way !== 'browser'));
}

/** The people whom steps name. */
export function namedBy(steps: readonly EscalationStep[]): readonly StaffId[] {
  return steps.flatMap(({ to }) => (to.is === 'person' ? [to.staffId] : []));
}

/** Whether a moment lies outside the hours in which a practice looks, by its own clock. */
export function isOutOfHours(
  { days, fromHour, toHour }: EscalationLadder['outOfHours'],
  now: Instant,
  timeZone: TimeZone,
): boolean {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(new Date(now));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  return !days.includes(WEEKDAYS.indexOf(part('weekday')) + 1) || hour < fromHour || hour >= toHour;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function isAnybody(people: readonly Reachable[]): boolean {
  return people.length > 0;
}

/** The ways of a step that lead to somebody; all that do where none of these does. */
function waysOf(by: readonly Way[], ways: readonly Way[]): readonly Way[] {
  const both = ways.filter((way) => by.includes(way));
  return both.length === 0 || isBrowserAlone(both, by) ? ways : both;
}

/** A browser that is closed tells nobody: it does not stand for a mail that has no address. */
function isBrowserAlone(both: readonly Way[], by: readonly Way[]): boolean {
  return both.every((way) => way === 'browser') && by.some((way) => way !== 'browser');
}

function minutesAfter(moment: Instant, minutes: number): Instant {
  return instantOf(new Date(Date.parse(moment) + minutes * 60_000));
}
