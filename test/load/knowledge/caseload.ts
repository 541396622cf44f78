import { answeredWith } from '#shared/alerts/answered.ts';
import { evaluate } from '#shared/alerts/evaluate.ts';
import { applyOutcomes } from '#shared/alerts/merge.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import { addDays, type CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { score } from '#shared/scoring/score.ts';
import { written } from '#test/property/alert-story.ts';
import { responseId } from '#test/unit/shared/a-history.ts';
import { wavingAnswers } from './waving-answers.ts';

/** Responses of each client: two measures in turn, one a week, for a year. */
const RESPONSES_EACH = 50;
const FIRST = '2025-01-06' as CalendarDate;

/** A response as it comes in, before anything is known of it. */
interface Incoming {
  readonly form: Instrument;
  readonly response: Omit<ScoredResponse, 'score'>;
}

/** The responses of each client, in the order in which they come in. */
export type Caseload = readonly (readonly Incoming[])[];

/** What a pass over a caseload did, so that nothing of it can be left out unnoticed. */
export interface CaseloadTotals {
  readonly responses: number;
  /** Sum of all answers. */
  readonly points: number;
  /** Alerts opened. */
  readonly alerts: number;
}

/** A caseload of so many responses in all; a multiple of 50. */
export function aCaseload(responses: number): Caseload {
  const clients = Array.from({ length: responses / RESPONSES_EACH }, (_, client) => client);
  return clients.map((client) =>
    Array.from({ length: RESPONSES_EACH }, (_, place) => incoming(client, place)),
  );
}

/**
 * Every response is scored and judged by every rule when it comes in, with all that the client had
 * answered until then, and what follows from it for the client's alerts is worked out: all that a
 * submission does, except the database.
 */
export function scoreAndAlert(caseload: Caseload): CaseloadTotals {
  let points = 0;
  let alerts = 0;
  for (const responses of caseload) {
    const history: ScoredResponse[] = [];
    let told: readonly Alert[] = [];
    for (const { form, response } of responses) {
      const scored = score(form, response.answers);
      if (scored.status === 'scored') points += scored.total;
      history.push({ ...response, score: scored });
      const outcomes = evaluate(history, form, FIRST, { judged: response.responseId });
      const changes = applyOutcomes(told, outcomes, response.submittedAt, answeredWith(form));
      told = changes.reduce(written, told);
    }
    alerts += told.length;
  }
  return { responses: caseload.length * RESPONSES_EACH, points, alerts };
}

/** The least that could be done with the same answers: they are added up. */
export function sumAnswers(caseload: Caseload): CaseloadTotals {
  let points = 0;
  for (const responses of caseload) {
    for (const { response } of responses) {
      let total = 0;
      for (const answer of response.answers) total += answer ?? 0;
      points += total;
    }
  }
  return { responses: caseload.length * RESPONSES_EACH, points, alerts: 0 };
}

function incoming(client: number, place: number): Incoming {
  const form = place % 2 === 0 ? phq9 : gad7;
  const answeredOn = addDays(FIRST, place * 7);
  return {
    form,
    response: {
      responseId: responseId(client * RESPONSES_EACH + place),
      instrumentId: form.id,
      instrumentVersion: form.version,
      answeredOn,
      submittedAt: `${answeredOn}T20:00:00.000Z` as Instant,
      answers: wavingAnswers(form, client * 7 + place),
    },
  };
}
