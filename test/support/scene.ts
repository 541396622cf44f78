import { v7 } from 'uuid';
import { RULES } from '#shared/alerts/catalogue/catalogue.ts';
import { dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import type {
  ClientId,
  ConsentId,
  CoupleId,
  EhrLinkId,
  GoalId,
  InsertionId,
  PracticeId,
  ResponseId,
  TopicId,
} from '#shared/contracts/ids.ts';
import type { BriefReply } from '#shared/contracts/procedures.ts';
import type { TestBackend } from './backend.ts';
import { scopeOf } from './database.ts';
import { aGoal, BY_HAND, insertionInput, type Subjects } from './inputs.ts';
import {
  aClient,
  aLink,
  answerAndSend,
  aPractice,
  aStaffMember,
  call,
  type SignedIn,
  valueOf,
} from './practice.ts';
import { aSending } from './sending.ts';

/**
 * A practice with a clinician and one client who has answered, is linked, and has two alerts. No own
 * form was answered in it, and there is no couple: `ownResponseId` is nobody's until `withOwnResponse`
 * sees to it, `partnerId`, `coupleId` and `consentId` until `withCouple` does.
 */
export interface Scene extends Subjects {
  readonly practiceId: PracticeId;
  readonly clinician: SignedIn;
}

/** PHQ-9 answers with item 9 at "several days": raises S1. */
export const POSITIVE_ITEM_9 = [1, 1, 1, 1, 1, 1, 1, 1, 1] as const;

/** Sets the scene. Every scene is a practice of its own, unless it is one `of` another's clinician. */
export async function aScene(
  backend: TestBackend,
  over: { displayName?: string; birthDate?: string; of?: Scene } = {},
): Promise<Scene> {
  const { displayName = 'Jordan Avery', birthDate = '1991-03-14' } = over;
  const practiceId = over.of?.practiceId ?? (await aPractice(backend));
  const clinician = over.of?.clinician ?? (await aStaffMember(backend, practiceId));
  const clientId = await aClient(backend, practiceId, clinician, { displayName, birthDate });
  if (over.of === undefined) await stateByHand(backend, practiceId, clinician);
  const recordId = `r${clientId.slice(-8)}`;
  const subject = { recordId, name: displayName, birthDate };
  const { linkId } = await valueOf<{ linkId: EhrLinkId }>(
    await call(
      backend,
      'links.link',
      { ehr: 'simplepractice', subject, clientId, nameConfirmed: false },
      clinician.token,
    ),
  );
  await answerAndSend(backend, await aLink(backend, practiceId, clientId), POSITIVE_ITEM_9);
  const about = { displayName, birthDate, recordId };
  const brief = await briefOf(backend, about, clinician);
  const [alert] = brief.alerts;
  if (alert === undefined) throw new Error('the scene has no alert');
  const insertionId = v7() as InsertionId;
  await valueOf(
    await call(
      backend,
      'insertions.record',
      insertionInput(clientId, insertionId),
      clinician.token,
    ),
  );
  return {
    ...about,
    practiceId,
    clinician,
    clientId,
    linkId,
    alertId: alert.alertId,
    latestAt: alert.latestAt,
    mayWait: await anAlertThatMayWait(backend, practiceId, clientId),
    insertionId,
    partnerId: v7() as ClientId,
    coupleId: v7() as CoupleId,
    consentId: v7() as ConsentId,
    sending: await aSending(backend, practiceId, clinician, clientId),
    eventId: await anEvent(backend, clinician, clientId),
    responseId: brief.responses[0]?.responseId ?? fail('the scene has no response'),
    correctionId: v7() as ResponseId,
    ownResponseId: v7() as ResponseId,
    ownCorrectionId: v7() as ResponseId,
    goalId: await putGoal(backend, clinician, clientId),
    topicId: await sayTopic(backend, practiceId, clientId),
  };
}

function fail(what: string): never {
  throw new Error(what);
}

async function anEvent(
  backend: TestBackend,
  clinician: SignedIn,
  clientId: ClientId,
): Promise<string> {
  const eventId = v7();
  const event = { eventId, on: '2025-05-12', kind: 'medication', label: 'sertraline 50 mg begun' };
  await valueOf(await call(backend, 'events.add', { clientId, event }, clinician.token));
  // What is added is dated after what came before: the scene lies behind whatever a test does first.
  backend.clock.pass(1000);
  return eventId;
}

async function putGoal(
  backend: TestBackend,
  clinician: SignedIn,
  clientId: ClientId,
): Promise<GoalId> {
  const goalId = v7() as GoalId;
  await valueOf(await call(backend, 'goals.put', { clientId, ...aGoal(goalId) }, clinician.token));
  backend.clock.pass(1000);
  return goalId;
}

async function sayTopic(
  backend: TestBackend,
  practiceId: PracticeId,
  clientId: ClientId,
): Promise<TopicId> {
  const topicId = v7() as TopicId;
  const now = instantOf(backend.clock.now);
  const actor = { kind: 'client', clientId } as const;
  await backend.care.store.inPractice(scopeOf(practiceId, { now, actor }), ({ topics }) =>
    topics.add(clientId, { topicId, words: 'how the week with my mother went' }),
  );
  return topicId;
}

/** States a measure of which totals are entered by hand. */
async function stateByHand(
  backend: TestBackend,
  practiceId: PracticeId,
  clinician: SignedIn,
): Promise<void> {
  const measure = {
    id: BY_HAND,
    version: 1,
    name: 'OQ-45.2',
    direction: 'higherWorse',
    range: { min: 0, max: 180 },
    bands: [],
    bandsSource: '',
  } as const;
  await backend.care.store.inPractice(scopeOf(practiceId), ({ handMeasures }) =>
    handMeasures.state({ measure: { ...measure, bands: [] }, edition: 1 }, clinician.staffId),
  );
}

/** Opens an alert about the GAD-7, which nobody has answered in the scene. */
async function anAlertThatMayWait(
  backend: TestBackend,
  practiceId: PracticeId,
  clientId: ClientId,
): Promise<Scene['mayWait']> {
  const now = instantOf(backend.clock.now);
  const on = dateInZone(now, 'America/Chicago');
  const point = (total: number) => ({
    responseId: v7() as ResponseId,
    on,
    total,
    displayed: total,
    band: null,
  });
  const opening = {
    change: 'open',
    rule: 'C1',
    ruleVersion: RULES.C1.version,
    parameters: { share: 1 },
    instrumentId: 'gad7',
    tier: 'review',
    openedAt: now,
    latestAt: now,
    evidence: [
      {
        kind: 'change',
        against: 'previous',
        from: point(5),
        to: point(10),
        points: 5,
        threshold: 4,
      },
    ],
  } as const;
  const { store } = backend.care;
  const alertId = await store.inPractice(scopeOf(practiceId, { now }), ({ alerts }) =>
    alerts.apply(clientId, opening, 0),
  );
  return { alertId, seenLatestAt: now };
}

/** The brief of a client as the clinician gets it; throws when it is withheld. */
export async function briefOf(
  backend: TestBackend,
  { displayName, birthDate, recordId }: Pick<Subjects, 'displayName' | 'birthDate' | 'recordId'>,
  clinician: SignedIn,
) {
  const subject = { recordId, name: displayName, birthDate };
  const reply = await valueOf<BriefReply>(
    await call(backend, 'brief.ofRecord', { ehr: 'simplepractice', subject }, clinician.token),
  );
  if (reply.verdict !== 'certain') throw new Error(`the brief was withheld: ${reply.verdict}`);
  return reply.brief;
}
