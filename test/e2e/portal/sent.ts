import { newLink } from '#backend/care/link-secret.ts';
import { sendOwnForm } from '#backend/care/send-own-form.ts';
import type { RunningBackend } from '#backend/serve.ts';
import { addDays, type CalendarDate, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type {
  AdministrationId,
  ClientId,
  MessageId,
  PracticeId,
  StaffId,
} from '#shared/contracts/ids.ts';
import type { FormContent } from '#shared/forms/diary-card.ts';
import { scopeOf } from '#test/support/database.ts';
import { anOwnForm } from '#test/support/own-form.ts';

/** When the client that everything is sent to was born. */
export const BORN = '1991-03-14' as CalendarDate;

/** A client, and who sends. */
interface Sender {
  readonly practiceId: PracticeId;
  readonly clientId: ClientId;
  readonly staffId: StaffId;
}

/** A client of a practice of their own. */
async function aClient({ setup, care }: RunningBackend): Promise<Sender> {
  const practiceId = await setup.createPractice({ name: 'Elm Street', timeZone: 'UTC' });
  const email = `${care.newId()}@elm-street.example`;
  const person = { displayName: 'Dana Whitfield', role: 'clinician', email } as const;
  const staff = await setup.addStaff(practiceId, { ...person, password: 'correct horse battery' });
  if (!staff.ok) throw new Error(staff.refusal);
  const facts = { displayName: 'Jordan Avery', otherNames: [], birthDate: BORN };
  const since = { inCareSince: '2026-01-07' as CalendarDate };
  const clientId = await setup.addClient(practiceId, { ...facts, ...since }, [staff.value]);
  return { practiceId, clientId, staffId: staff.value };
}

/** Until when something that is sent at this moment can be answered, and when it is due. */
function timesFrom(now: Instant) {
  return {
    dueOn: addDays(now.slice(0, 10) as CalendarDate, 3),
    expiresAt: instantOf(new Date(Date.parse(now) + 7 * 86_400_000)),
  };
}

/** Measures that were sent together, behind one link: to a client, or for the practice's device. */
export async function sentTogether(
  backend: RunningBackend,
  measures: readonly string[],
  linkFor: 'client' | 'kiosk' = 'client',
): Promise<string> {
  const { care } = backend;
  const { practiceId, clientId, staffId } = await aClient(backend);
  const now = care.now();
  const { dueOn, expiresAt } = timesFrom(now);
  const { secret, tokenHash } = newLink(care.randomBytes, linkFor);
  await care.store.inPractice(scopeOf(practiceId, { now }), async (writing) => {
    const messageId = care.newId() as MessageId;
    const made: AdministrationId[] = [];
    for (const [index, instrumentId] of measures.entries()) {
      const administrationId = care.newId() as AdministrationId;
      const about = { administrationId, clientId, instrumentId };
      await writing.administrations.send({ ...about, instrumentVersion: 1, dueOn, expiresAt });
      const sent = { messageId, place: index + 1, way: 'message', sentBy: staffId } as const;
      await writing.sendings.add({ ...about, ...sent });
      made.push(administrationId);
    }
    const [administrationId] = made;
    if (administrationId === undefined) throw new Error('nothing was sent');
    await writing.portalLinks.add(tokenHash, { administrationId, expiresAt });
  });
  return `${backend.url.origin}/m/${secret}`;
}

/** A form of the practice's own behind a link. */
export async function sentOwnForm(backend: RunningBackend, content: FormContent): Promise<string> {
  const { care } = backend;
  const { practiceId, clientId, staffId } = await aClient(backend);
  const { formId } = await anOwnForm(backend, { practiceId, clinician: { staffId } }, content);
  const now = care.now();
  const scope = scopeOf(practiceId, { now });
  const sent = await sendOwnForm(care, scope, { clientId, formId, ...timesFrom(now) });
  if (!sent.ok) throw new Error(sent.refusal);
  return `${backend.url.origin}/m/${sent.value.secret}`;
}
