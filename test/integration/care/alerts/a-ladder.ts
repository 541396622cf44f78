import { deliver } from '#backend/care/messages/deliver.ts';
import { TAKEN } from '#backend/delivery/outcome.ts';
import type { Ways } from '#backend/delivery/ways.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import { EscalationLadder } from '#shared/contracts/ladder.ts';
import { PUBLIC_URL, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { aStaffMember, call, valueOf } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

const MINUTE = 60_000;

/** Where those of the ladder are told. */
export const INES = { email: 'ines@elm-street.example', phone: '+13125550101' };
const BACKUP = { email: 'backup@elm-street.example', phone: null };

/** A practice with a ladder, whose client has one risk answer that was dealt with. */
export interface LadderScene extends Scene {
  readonly backup: StaffId;
}

/** Runs work in the scene's practice, now. */
export function inPractice<Value>(
  backend: TestBackend,
  { practiceId }: Pick<Scene, 'practiceId'>,
  work: (care: CareRepositories) => Promise<Value>,
): Promise<Value> {
  const now = instantOf(backend.clock.now);
  return backend.care.store.inPractice(scopeOf(practiceId, { now }), work);
}

/** Acknowledges what the scene begins with, and sets a ladder of three steps. */
export async function aLadderScene(backend: TestBackend): Promise<LadderScene> {
  const scene = await aScene(backend);
  const { alertId, latestAt: seenLatestAt, clinician, practiceId } = scene;
  const done = { alertId, action: 'contactedClient', seenLatestAt };
  await valueOf(await call(backend, 'alerts.acknowledge', done, clinician.token));
  const { staffId: backup } = await aStaffMember(backend, practiceId);
  await inPractice(backend, scene, async ({ staffContacts, practiceSettings }) => {
    await staffContacts.put(clinician.staffId, INES);
    await staffContacts.put(backup, BACKUP);
    await practiceSettings.add('ladder', ladderWith(backup), clinician.staffId);
  });
  return { ...scene, backup };
}

/** At once, after a quarter of an hour, and after an hour to somebody else. */
function ladderWith(backup: StaffId): EscalationLadder {
  const steps = [
    { afterMinutes: 0, to: { is: 'clinicians' }, by: ['email'] },
    { afterMinutes: 15, to: { is: 'clinicians' }, by: ['text'] },
    { afterMinutes: 60, to: { is: 'person', staffId: backup }, by: ['email'] },
  ];
  const outOfHours = { days: [1], fromHour: 9, toHour: 17, words: '' };
  return EscalationLadder.parse({ version: 1, emergency: steps, urgent: steps, outOfHours });
}

/** A mailbox and a telephone for everybody: who was told, and after how many minutes. */
export interface Told {
  readonly told: readonly string[];
  /** Lets minutes pass, and two workers send all that is due then. */
  readonly pass: (minutes: number, on?: TestBackend) => Promise<void>;
}

/** Begins to listen now. */
export function listening(backend: TestBackend, scene: Scene): Told {
  const began = backend.clock.now.getTime();
  const told: string[] = [];
  return {
    told,
    async pass(minutes, on = backend) {
      on.clock.pass(minutes * MINUTE);
      const after = Math.round((on.clock.now.getTime() - began) / MINUTE);
      const hear = async ({ to }: { readonly to: string }) => {
        told.push(`${after} ${to}`);
        return TAKEN;
      };
      const ways: Ways = { mail: hear, text: hear };
      const deps = { ...on.care, ways, publicUrl: PUBLIC_URL };
      const due = await inPractice(on, scene, ({ messages }) => messages.due(100));
      const { practiceId } = scene;
      const refs = [...due, ...due].map(({ messageId }) => ({ practiceId, messageId }));
      await Promise.all(refs.map((ref) => deliver(deps, ref)));
    },
  };
}
