import type { CareRepositories } from '#backend/store/store.ts';
import { answeredWith } from '#shared/alerts/answered.ts';
import { isSafetyRule } from '#shared/alerts/catalogue/safety-rules.ts';
import { evaluate } from '#shared/alerts/evaluate.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { careSince } from '#shared/trajectory/episodes.ts';
import { writeJudgement } from './alert-changes.ts';
import { endedSilence } from './judge-check-ins.ts';

/** A response that was recorded just now. */
export interface Recorded {
  readonly response: ScoredResponse;
  readonly clientId: ClientId;
  /** The practice's day. */
  readonly today: CalendarDate;
  /** From the first to the last answer; null where that is not known. */
  readonly seconds: number | null;
  /** By which ways the server can send. */
  readonly channels: readonly Channel[];
}

/**
 * Lets the rules look at all that the client has answered, and writes down what changes. A response
 * that corrects another is judged like any, except that it ends no alert about safety: what was
 * answered at first was answered. Call while holding the client.
 */
export async function judgeResponse(
  care: CareRepositories,
  measure: Instrument,
  { response, clientId, today, seconds, channels }: Recorded,
): Promise<void> {
  const { submittedAt: now, responseId: judged } = response;
  const client = await care.clients.find(clientId);
  if (client === null) throw new Error('A response belongs to a client that is not there.');
  const { inCareSince } = client;
  const history = await care.responses.ofClient(clientId);
  const { care: course } = await care.episodes.courseOf(clientId);
  const { settings } = await care.ruleSettings.inForce();
  const open = await care.alerts.holdOpenOf(clientId);
  const took = seconds === null ? {} : { seconds: new Map([[judged, seconds]]) };
  const outcomes = evaluate(history, measure, inCareSince, {
    settings,
    judged,
    care: course,
    ...took,
  });
  const since = careSince({ ...course, inCareSince }, today);
  const moment = { asOf: today, at: now, inCareSince: since, settings };
  await writeJudgement(care, {
    clientId,
    outcomes: [
      ...(response.supersedes === undefined
        ? outcomes
        : outcomes.filter(({ outcome, rule }) => outcome === 'fires' || !isSafetyRule(rule))),
      // Who puts an old answer right has not heard from the client.
      ...(response.supersedes === undefined
        ? await endedSilence(care, { clientId, answered: measure.id, history, open, moment })
        : []),
    ],
    answered: answeredWith(measure),
    open,
    settingsVersion: settings.version,
    now,
    channels,
  });
}
