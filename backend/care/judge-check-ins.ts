import type { ClientAlert } from '#backend/store/alerts.ts';
import type { CareRepositories, Scope } from '#backend/store/store.ts';
import { type CheckInMoment, evaluateCheckIns } from '#shared/alerts/evaluate-check-ins.ts';
import { fingerprint } from '#shared/alerts/evidence.ts';
import type { RuleCode, RuleOutcome } from '#shared/contracts/alert.ts';
import { type CalendarDate, dateInZone } from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { careSince } from '#shared/trajectory/episodes.ts';
import { writeJudgement } from './alert-changes.ts';
import type { CareDeps } from './deps.ts';
import { afterAll } from './moment.ts';

/** The rules about missed check-ins. */
const SILENCE: readonly RuleCode[] = ['M1', 'M2'];

/** Who is to be looked at on a day of the practice. */
export interface DueClients {
  readonly day: CalendarDate;
  readonly clients: readonly ClientId[];
}

/** The clients whose missed check-ins are still to be judged today, `limit` at most. */
export async function clientsToJudge(
  deps: CareDeps,
  practiceId: PracticeId,
  limit: number,
): Promise<DueClients> {
  const scope = scopeOf(deps, practiceId);
  return deps.store.inPractice(scope, async (care) => {
    const practice = await care.practice.read();
    if (practice === null) throw new Error('A practice of the directory is not there.');
    const day = dateInZone(scope.now, practice.timeZone);
    return { day, clients: await care.checkIns.overdueOn(day, limit) };
  });
}

/**
 * Judges the missed check-ins of one client on a day, in one transaction. Nothing is submitted when a
 * client falls silent, so it is asked day by day. Asked again on the same day it changes nothing, and
 * what a person has dealt with is not brought up again: only a further miss, or another concern, is.
 * Nor does a day end what is urgent: see {@link withoutEndings}.
 */
export async function judgeCheckIns(
  deps: CareDeps,
  practiceId: PracticeId,
  { clientId, day }: { readonly clientId: ClientId; readonly day: CalendarDate },
): Promise<void> {
  await deps.store.inPractice(scopeOf(deps, practiceId), async (waiting) => {
    await waiting.clients.hold(clientId);
    await waiting.ruleSettings.hold('toJudge');
    const { settings, from } = await waiting.ruleSettings.inForce();
    const { care: course, changedAt } = await waiting.episodes.courseOf(clientId);
    const now = afterAll(deps.now(), [from, changedAt]);
    const care = waiting.at(now);
    const client = await care.clients.find(clientId);
    if (client === null) return;
    const history = await care.responses.ofClient(clientId);
    const inCareSince = careSince({ ...course, inCareSince: client.inCareSince }, day);
    const moment = { asOf: day, at: now, inCareSince, settings };
    const outcomes = evaluateCheckIns(await care.checkIns.ofClient(clientId), history, moment);
    await writeJudgement(care, {
      clientId,
      outcomes: await notDealtWith(care, clientId, withoutEndings(outcomes)),
      answered: [],
      open: await care.alerts.holdOpenOf(clientId),
      settingsVersion: settings.version,
      now,
      channels: deps.channels,
    });
    await care.checkIns.judgedOn(clientId, day);
  });
}

/**
 * What a submission ends of a client's silence: that about what was answered, since a missed check-in
 * is made up for by its completion. Silence about another form goes on, whatever has grown old
 * meanwhile. It begins none: that is asked day by day.
 */
export async function endedSilence(
  care: CareRepositories,
  {
    clientId,
    answered,
    history,
    open,
    moment,
  }: {
    readonly clientId: ClientId;
    /** What check-ins know the answered form by. */
    readonly answered: string;
    readonly history: readonly ScoredResponse[];
    readonly open: readonly ClientAlert[];
    readonly moment: CheckInMoment;
  },
): Promise<readonly RuleOutcome[]> {
  const isAbout = ({ instrumentId }: { readonly instrumentId: string }) =>
    instrumentId === answered;
  if (!open.some((alert) => SILENCE.includes(alert.rule) && isAbout(alert))) return [];
  const checkIns = (await care.checkIns.ofClient(clientId)).filter(isAbout);
  const outcomes = evaluateCheckIns(checkIns, history, moment);
  return outcomes.some(({ outcome }) => outcome === 'fires') ? [] : outcomes;
}

/**
 * What a day by itself changes. A client of concern who fell silent is still silent when the missed
 * check-ins have grown old, and when somebody marks another beginning or an end of care: an answer
 * ends such an alert, or a person does.
 */
function withoutEndings(outcomes: readonly RuleOutcome[]): readonly RuleOutcome[] {
  return outcomes.filter(({ outcome, rule }) => outcome === 'fires' || rule !== 'M1');
}

/** Outcomes without those whose evidence a closed alert holds. */
async function notDealtWith(
  care: CareRepositories,
  clientId: ClientId,
  outcomes: readonly RuleOutcome[],
): Promise<readonly RuleOutcome[]> {
  const closed = await care.alerts.closedEvidence(clientId, SILENCE);
  const known = new Set(
    closed.flatMap(({ rule, instrumentId, evidence }) =>
      evidence.map((seen) => [rule, instrumentId, fingerprint(seen)].join(' ')),
    ),
  );
  return outcomes.filter(
    (one) =>
      one.outcome === 'clears' ||
      !known.has([one.rule, one.instrumentId, fingerprint(one.evidence)].join(' ')),
  );
}

function scopeOf({ newId, now }: CareDeps, practiceId: PracticeId): Scope {
  const actor = { kind: 'system', name: 'checkInRound' } as const;
  return { practiceId, actor, requestId: newId(), now: now() };
}
