import { v7 } from 'uuid';
import type { EhrLinkId, InsertionId, PracticeId } from '#shared/contracts/ids.ts';
import type { BriefReply } from '#shared/contracts/procedures.ts';
import type { TestBackend } from './backend.ts';
import { insertionInput, type Subjects } from './inputs.ts';
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

/** A practice with a clinician and one client who has answered, is linked, and has an alert. */
export interface Scene extends Subjects {
  readonly practiceId: PracticeId;
  readonly clinician: SignedIn;
}

/** PHQ-9 answers with item 9 at "several days": raises S1. */
export const POSITIVE_ITEM_9 = [1, 1, 1, 1, 1, 1, 1, 1, 1] as const;

/** Sets the scene. Every scene is a practice of its own. */
export async function aScene(
  backend: TestBackend,
  over: { displayName?: string; birthDate?: string } = {},
): Promise<Scene> {
  const { displayName = 'Jordan Avery', birthDate = '1991-03-14' } = over;
  const practiceId = await aPractice(backend);
  const clinician = await aStaffMember(backend, practiceId);
  const clientId = await aClient(backend, practiceId, clinician, { displayName, birthDate });
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
    insertionId,
  };
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
