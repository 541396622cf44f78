import type { Alert, RuleOutcome } from '../../contracts/alert.ts';
import type { AlertEvidence } from '../../contracts/alert-evidence.ts';
import type { ScoredResponse } from '../../contracts/response.ts';
import { instrument } from '../../instruments/registry.ts';
import { linesOf } from '../../measures/lines.ts';
import { measure as measureById } from '../../measures/lookup.ts';
import { careSince } from '../../trajectory/episodes.ts';
import { bySubmission } from '../../trajectory/order.ts';
import { evaluate } from '../evaluate.ts';
import { evaluateCheckIns } from '../evaluate-check-ins.ts';
import { evaluateCouple } from '../evaluate-couple.ts';
import { responsesIn } from '../evidence.ts';
import { standingResponses } from '../history/answer-history.ts';
import { type ClientRecord, careAt, recordedUntil, settingsAt } from './record.ts';
import type { Fired } from './replayed.ts';
import { sameFacts } from './same-facts.ts';

/**
 * The outcome that gave a piece of evidence; null when none does. Evidence is about the newest scores
 * of a line, which need not be those of the response that made the rules look: an old form may have
 * been recorded or corrected. So every submission from the evidence's own to the alert's last is
 * tried, the first that gives it counts.
 */
export function workedOutAgain(
  evidence: AlertEvidence,
  alert: Alert,
  record: ClientRecord,
): Fired | null {
  const given = (outcomes: readonly RuleOutcome[]): Fired | null =>
    outcomes.find(
      (outcome): outcome is Fired =>
        outcome.outcome === 'fires' &&
        outcome.rule === alert.rule &&
        outcome.instrumentId === alert.instrumentId &&
        sameFacts(outcome.evidence, evidence),
    ) ?? null;
  if (evidence.kind === 'missed') return given(checkInsAgain(evidence, record));
  const judge = evidence.kind === 'coupleGap' ? coupleAgain : submissionAgain;
  for (const last of submissionsSince(evidence, alert, record)) {
    const outcome = given(judge(last, alert, record));
    if (outcome !== null) return outcome;
  }
  return null;
}

function checkInsAgain(
  { asOf, at }: Extract<AlertEvidence, { kind: 'missed' }>,
  record: ClientRecord,
): readonly RuleOutcome[] {
  const { checkIns, responses, inCareSince } = record;
  return evaluateCheckIns(checkIns, responses, {
    asOf,
    at,
    inCareSince: careSince({ ...careAt(record.care ?? [], at), inCareSince }, asOf),
    settings: settingsAt(record.settings, at),
  });
}

function submissionAgain(
  last: ScoredResponse,
  _alert: Alert,
  record: ClientRecord,
): readonly RuleOutcome[] {
  const form = instrument(last.instrumentId, last.instrumentVersion);
  if (form === null) return [];
  return evaluate(recordedUntil(record.responses, last), form, record.inCareSince, {
    ...record,
    care: careAt(record.care ?? [], last.submittedAt),
    judged: last.responseId,
    settings: settingsAt(record.settings, last.submittedAt),
  });
}

function coupleAgain(
  last: ScoredResponse,
  { instrumentId }: Alert,
  { responses, settings, partner }: ClientRecord,
): readonly RuleOutcome[] {
  const measure = measureById(instrumentId);
  if (measure === null || partner === undefined) return [];
  const readings = (all: readonly ScoredResponse[]) =>
    linesOf(standingResponses(recordedUntil(all, last))).get(instrumentId) ?? [];
  const [own, other] = [readings(responses), readings(partner.responses)];
  const [one, two] = partner.isFirst ? [other, own] : [own, other];
  const outcome = evaluateCouple(measure, one, two, settingsAt(settings, last.submittedAt));
  return outcome === null ? [] : [outcome];
}

/** Submissions from the newest of the evidence's own to the alert's last, oldest first. */
function submissionsSince(
  evidence: AlertEvidence,
  { latestAt }: Alert,
  { responses, partner }: ClientRecord,
): ScoredResponse[] {
  const ids = new Set(responsesIn(evidence));
  const ordered = [...responses, ...(partner?.responses ?? [])].toSorted(bySubmission);
  const newest = ordered.findLastIndex(({ responseId }) => ids.has(responseId));
  return ordered
    .slice(newest)
    .filter(({ submittedAt }) => Date.parse(submittedAt) <= Date.parse(latestAt));
}
