import { RULES } from '#shared/alerts/catalogue/catalogue.ts';
import { Alert, type RuleCode } from '#shared/contracts/alert.ts';
import type { AlertEvidence, ScorePoint } from '#shared/contracts/alert-evidence.ts';
import { addDays, CalendarDate } from '#shared/contracts/calendar.ts';
import { ResponseId } from '#shared/contracts/ids.ts';
import { inventedId } from '#test/support/brief-facts.ts';

const FIRST = CalendarDate.parse('2026-10-08');

/** A PHQ-9 score, so many weeks after 8 October 2026. */
function scored(week: number, total: number, band: string | null = null): ScorePoint {
  const responseId = ResponseId.parse(inventedId(600 + week));
  return { responseId, on: addDays(FIRST, 7 * week), total, displayed: total, band };
}

const from = scored(0, 9, 'mild');
const to = scored(6, 17, 'moderately severe');
const worse = { from, to, points: 8 };
const run = [scored(0, 14), scored(1, 15), scored(2, 17), scored(3, 18)];
const responseId = to.responseId;
const on = to.on;
const form = { kind: 'validity', responseId, on, answered: 9, spread: null } as const;
const missed = {
  kind: 'missed',
  missed: [
    { administrationId: inventedId(700), dueOn: '2026-11-05' },
    { administrationId: inventedId(701), dueOn: '2026-11-12' },
  ],
  completed: 1,
  due: 3,
  concern: null,
  asOf: '2026-11-19',
  at: '2026-11-19T15:00:00.000Z',
} as unknown as Extract<AlertEvidence, { kind: 'missed' }>;
const answered = {
  kind: 'safetyAnswer',
  item: 9,
  now: { responseId, on, value: 1, label: 'Several days' },
  before: { responseId: from.responseId, on: from.on, value: 0, label: 'Not at all' },
} as const;

/** What each rule sees when it fires, on the scale of the PHQ-9. */
const EVIDENCE: Readonly<Record<RuleCode, AlertEvidence>> = {
  S1: answered,
  S2: { ...answered, before: { ...answered.before, value: 1, label: 'Several days' } },
  S3: { ...answered, now: { ...answered.now, value: null, label: null } },
  S4: {
    kind: 'screen',
    now: { responseId, on, finding: 'high', label: 'high risk' },
    before: null,
  },
  C1: { kind: 'change', against: 'previous', ...worse, threshold: 6 },
  C2: { kind: 'change', against: 'baseline', ...worse, threshold: 6 },
  C3: { kind: 'band', ...worse, threshold: 3 },
  C4: { kind: 'cutOff', ...worse, threshold: 6, cutOff: 10 },
  T1: { kind: 'rises', run, points: 4, threshold: 3 },
  T2: { kind: 'slope', run, perWeek: 1.4, standardError: 0.14142135623, threshold: 3 },
  N1: {
    kind: 'notOnTrack',
    from: to,
    to: scored(10, 15),
    points: -2,
    count: 5,
    threshold: 6,
    percentBetter: 11.76470588,
    published: null,
  },
  N2: {
    kind: 'nonResponse',
    from: to,
    to: scored(14, 15),
    points: -2,
    count: 6,
    weeks: 8.142857142857142,
    threshold: 6,
  },
  R1: {
    kind: 'relapse',
    baseline: scored(-20, 18),
    from: scored(0, 3),
    to: scored(6, 14),
    points: 11,
    threshold: 6,
  },
  M1: { ...missed, concern: 'safetyAnswer' },
  M2: missed,
  V1: { ...form, longestRun: 9, seconds: null, threshold: 9 },
  V2: { ...form, longestRun: null, seconds: 7, threshold: 2 },
  V3: { ...form, longestRun: 8, spread: 0.1234, seconds: null, threshold: 7.2 },
  P1: { kind: 'coupleGap', one: scored(0, 8), other: scored(0, 17), gap: -9, threshold: 6 },
  P2: { ...answered, item: 1, now: { ...answered.now, label: 'Yes' }, before: null },
  G1: {
    kind: 'milestone',
    which: 'reliableImprovement',
    from: to,
    to: scored(10, 9),
    points: -8,
    threshold: 6,
  },
};

/** An open alert of a rule about the PHQ-9, with evidence of its kind and its usual numbers. */
export function openAlertOf(rule: RuleCode, part: Partial<Alert> = {}): Alert {
  const { version, tiers, parameters } = RULES[rule];
  return Alert.parse({
    alertId: inventedId(800),
    rule,
    ruleVersion: version,
    parameters: Object.fromEntries(parameters.map((one) => [one.name, one.default])),
    instrumentId: 'phq9',
    tier: tiers[0],
    status: 'open',
    openedAt: '2026-11-20T03:42:00.000Z',
    latestAt: '2026-11-20T03:42:00.000Z',
    evidence: [EVIDENCE[rule]],
    acknowledgement: null,
    snoozed: null,
    resolvedAt: null,
    ...part,
  });
}
