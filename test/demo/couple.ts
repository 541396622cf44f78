import { v7 } from 'uuid';
import { createCoupleCare } from '#backend/care/couples/create-couple-care.ts';
import type { CareDeps } from '#backend/care/deps.ts';
import { addDays, dateInZone } from '#shared/contracts/calendar.ts';
import type { ClientId, ConsentId, CoupleId } from '#shared/contracts/ids.ts';
import { COUPLE_PROFILES, person } from '#test/ehr/people.ts';
import { PRACTICE } from './practice.ts';
import type { SeededPractice } from './seed.ts';

/** Where the couple of the demo has its own record in SimplePractice. */
export const COUPLE_PATH = `/clients/${COUPLE_PROFILES[0]?.simplepractice.hash ?? ''}/overview`;

/** The measure that both partners of the demo agreed to share. */
const SHARED = 'gad7';

/** Makes a couple of two clients of the demo practice, who agreed to share one measure. */
export async function seedCouple(
  deps: CareDeps,
  { practiceId, clinicianId, clients }: SeededPractice,
): Promise<void> {
  const [profile] = COUPLE_PROFILES;
  const partners = profile?.partners.map((key) => clients[key]) ?? [];
  const [one, other] = partners;
  if (profile === undefined || one === undefined || other === undefined) return;
  const coupleId = v7() as CoupleId;
  const today = dateInZone(deps.now(), PRACTICE.timeZone);
  const { hash: recordId } = profile.simplepractice;
  const [first, second] = profile.partners.map((key) => ({
    recordId,
    name: person(key).displayName,
    birthDate: null,
  }));
  if (first === undefined || second === undefined) return;
  const caller = {
    practiceId,
    staffId: clinicianId,
    role: 'clinician',
    requestId: 'demo',
  } as const;
  const linked = await createCoupleCare(deps).linkCouple(caller, {
    coupleId,
    partners: [one, other],
    page: { ehr: 'simplepractice', subjects: [first, second] },
    secretsPolicy: 'noSecrets',
    policyAgreedOn: today,
  });
  if (!linked.ok) throw new Error(`the demo's couple could not be linked: ${linked.refusal}`);
  for (const clientId of [one, other]) await agree(deps, { practiceId, coupleId, clientId });
}

async function agree(
  { store, now }: CareDeps,
  {
    practiceId,
    coupleId,
    clientId,
  }: Pick<SeededPractice, 'practiceId'> & {
    readonly coupleId: CoupleId;
    readonly clientId: ClientId;
  },
): Promise<void> {
  const moment = now();
  const actor = { kind: 'client', clientId } as const;
  const scope = { practiceId, actor, requestId: 'demo', now: moment };
  const consentId = v7() as ConsentId;
  const expiresOn = addDays(dateInZone(moment, PRACTICE.timeZone), 183);
  await store.inPractice(scope, async ({ consents, audit }) => {
    await consents.give({ consentId, coupleId, clientId, measureId: SHARED, expiresOn });
    const subject = { coupleId, consentId, measureId: SHARED };
    await audit.append({ action: 'consent.given', clientId, subject });
  });
}
