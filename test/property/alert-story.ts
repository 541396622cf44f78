import * as fc from 'fast-check';
import { answeredWith } from '#shared/alerts/answered.ts';
import { RULES } from '#shared/alerts/catalogue/catalogue.ts';
import { isSafetyRule } from '#shared/alerts/catalogue/safety-rules.ts';
import { NO_SETTINGS } from '#shared/alerts/catalogue/settings.ts';
import { evaluate } from '#shared/alerts/evaluate.ts';
import { type AlertChange, applyOutcomes } from '#shared/alerts/merge.ts';
import type { ClientRecord } from '#shared/alerts/replay/record.ts';
import { snooze } from '#shared/alerts/snooze.ts';
import { Alert, RuleCode } from '#shared/contracts/alert.ts';
import { addDays, type CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers, ScoredResponse } from '#shared/contracts/response.ts';
import type { DatedRuleSettings, RuleSettings } from '#shared/contracts/rule-settings.ts';
import { core10 } from '#shared/instruments/data/core10.ts';
import { cssrsScreener } from '#shared/instruments/data/cssrs_screener.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { instrument as instrumentById } from '#shared/instruments/registry.ts';
import { aResponse } from '#test/unit/shared/a-history.ts';
import { answersTo } from './answers.ts';

/** The day on which invented care begins. */
export const IN_CARE_SINCE = '2025-06-01' as CalendarDate;

/** Measures that react to each other: a total, a composite of two, reverse items, a screen. */
const FORMS: readonly Instrument[] = [phq9, gad7, core10, cssrsScreener];

/** Something that happens to a client, some days after what happened before. */
export type Step =
  | {
      readonly does: 'answer';
      readonly form: Instrument;
      readonly answers: Answers;
      readonly gap: number;
    }
  /** The n-th response is put right, or an old form is recorded for its day. */
  | { readonly does: 'correct' | 'backdate'; readonly which: number; readonly seed: number }
  | { readonly does: 'set'; readonly settings: RuleSettings }
  | { readonly does: 'acknowledge' | 'snooze'; readonly which: number };

/** Settings within every limit, any rule on or off as far as that is allowed. */
export const anySettings: fc.Arbitrary<RuleSettings> = fc
  .array(
    fc.record({
      rule: fc.constantFrom(...RuleCode.options),
      enabled: fc.boolean(),
      places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
    }),
    { maxLength: 6 },
  )
  .map((stated) => ({
    version: 1,
    rules: stated.map(({ rule, enabled, places }) => ({
      rule,
      enabled: enabled || isSafetyRule(rule),
      parameters: Object.fromEntries(
        RULES[rule].parameters.map(({ name, min, max, unit }, index) => {
          const value = min + (places[index] ?? 0) * (max - min);
          return [name, unit === 'share' || unit === 'points' ? value : Math.floor(value)];
        }),
      ),
    })),
  }));

const anAnswer = fc.constantFrom(...FORMS).chain((form) =>
  fc.record({
    does: fc.constant('answer' as const),
    form: fc.constant(form),
    answers: answersTo(form),
    gap: fc.constantFrom(0, 1, 7, 7, 7, 14, 14, 28, 61, 200),
  }),
);

/** Up to `most` steps, mostly answers. */
export const anyStory = (most = 14): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: anAnswer },
      {
        weight: 2,
        arbitrary: fc.record({
          does: fc.constantFrom('correct' as const, 'backdate' as const),
          which: fc.nat({ max: 20 }),
          seed: fc.nat(),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ does: fc.constant('set' as const), settings: anySettings }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          does: fc.constantFrom('acknowledge' as const, 'snooze' as const),
          which: fc.nat({ max: 20 }),
        }),
      },
    ),
    { minLength: 1, maxLength: most },
  );

/** What a story leaves behind. */
export interface Told {
  readonly alerts: readonly Alert[];
  readonly record: ClientRecord;
}

/** Plays a story through rules and merging, as the product does; `watch` sees every submission. */
export function tell(
  story: readonly Step[],
  watch: (seen: {
    readonly before: readonly Alert[];
    readonly changes: readonly AlertChange[];
    readonly after: readonly Alert[];
    readonly settings: RuleSettings;
    readonly response: ScoredResponse;
    readonly responses: readonly ScoredResponse[];
  }) => void = () => undefined,
): Told {
  const responses: ScoredResponse[] = [];
  const settings: DatedRuleSettings[] = [];
  let alerts: readonly Alert[] = [];
  let day = IN_CARE_SINCE;
  for (const [place, step] of story.entries()) {
    if (step.does === 'answer') day = addDays(day, step.gap);
    const at = `${day}T20:00:${String(place).padStart(2, '0')}.000Z` as Instant;
    const number = responses.length + 1;
    if (step.does === 'set') settings.push({ from: at, settings: step.settings });
    if (step.does === 'acknowledge' || step.does === 'snooze') {
      alerts = alerts.map((alert, index) =>
        index === step.which ? treated(alert, step.does, at) : alert,
      );
    }
    const response = responseOf(step, responses, { number, day, at });
    if (response === null) continue;
    responses.push(response);
    const form = instrumentById(response.instrumentId);
    if (form === null) throw new Error('stories tell of known forms');
    const inForce = settings.at(-1)?.settings ?? NO_SETTINGS;
    const outcomes = evaluate(responses, form, IN_CARE_SINCE, { settings: inForce });
    const changes = applyOutcomes(alerts, outcomes, at, answeredWith(form));
    const after = changes.reduce(written, alerts);
    watch({ before: alerts, changes, after, settings: inForce, response, responses });
    alerts = after;
  }
  return {
    alerts: alerts.map((alert) => Alert.parse(JSON.parse(JSON.stringify(alert)))),
    record: { responses, checkIns: [], settings, inCareSince: IN_CARE_SINCE },
  };
}

function responseOf(
  step: Step,
  responses: readonly ScoredResponse[],
  { number, day, at }: { number: number; day: CalendarDate; at: Instant },
): ScoredResponse | null {
  if (step.does === 'answer') {
    return { ...aResponse(step.form, step.answers, { number, on: day }), submittedAt: at };
  }
  if (step.does !== 'correct' && step.does !== 'backdate') return null;
  const old = responses[step.which % Math.max(1, responses.length)];
  const form = old === undefined ? null : instrumentById(old.instrumentId);
  if (old === undefined || form === null) return null;
  const [answers = []] = fc.sample(answersTo(form), { numRuns: 1, seed: step.seed });
  return {
    ...aResponse(form, answers, { number, on: old.answeredOn }),
    submittedAt: at,
    ...(step.does === 'correct' ? { supersedes: old.responseId } : {}),
  };
}

function treated(alert: Alert, does: 'acknowledge' | 'snooze', at: Instant): Alert {
  if (does === 'snooze') {
    const aside = snooze(alert, 'Ines Okafor', at);
    return aside.ok ? { ...alert, snoozed: aside.value } : alert;
  }
  if (alert.status !== 'open') return alert;
  const said = { action: 'discussedInSession', words: 'Discussed in session', sentence: null };
  return { ...alert, status: 'acknowledged', acknowledgement: { by: 'Ines Okafor', at, ...said } };
}

/** What the store writes for one change. */
export function written(alerts: readonly Alert[], change: AlertChange): readonly Alert[] {
  if (change.change === 'open') {
    const { change: _, evidence, ...facts } = change;
    const alertId =
      `00000000-0000-7000-9000-${String(alerts.length).padStart(12, '0')}` as Alert['alertId'];
    const closed = { acknowledgement: null, snoozed: null, resolvedAt: null };
    return [...alerts, { alertId, status: 'open', ...closed, ...facts, evidence: [...evidence] }];
  }
  return alerts.map((alert) => (alert.alertId === change.alertId ? changed(alert, change) : alert));
}

function changed(alert: Alert, change: Exclude<AlertChange, { change: 'open' }>): Alert {
  if (change.change === 'resolve') return { ...alert, status: 'resolved', resolvedAt: change.at };
  if (change.change === 'wake') return { ...alert, snoozed: null };
  const { ruleVersion, parameters, tier, latestAt, evidence } = change;
  return {
    ...alert,
    ruleVersion,
    parameters,
    tier,
    latestAt,
    evidence: [...evidence],
    snoozed: null,
  };
}
