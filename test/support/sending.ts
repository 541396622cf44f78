import { v7 } from 'uuid';
import type { PutContact, PutPlan } from '#shared/contracts/between-procedures.ts';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientContact } from '#shared/contracts/contact.ts';
import type {
  AdministrationId,
  ClientId,
  PauseId,
  PlanId,
  PracticeId,
} from '#shared/contracts/ids.ts';
import type { PlanTerms } from '#shared/contracts/plan.ts';
import type { TestBackend } from './backend.ts';
import { scopeOf } from './database.ts';
import type { SignedIn } from './practice.ts';

/** What the inputs of procedures about sending refer to. */
export interface SendingSubjects {
  /** A plan that stands. */
  readonly planId: PlanId;
  /** A pause that is over. */
  readonly pauseId: PauseId;
}

/** Terms of an invented plan: the PHQ-9 two days before each appointment. */
export function planTerms(over: Partial<PlanTerms> = {}): PlanTerms {
  return {
    measures: ['phq9'],
    cadence: { is: 'beforeAppointments', days: 2 },
    dueDays: 3,
    expiryDays: 7,
    reminderDays: [2],
    hour: 9,
    ...over,
  };
}

/** A plan as the panel puts it. */
export function aPlanInput(clientId: ClientId, over: Partial<PlanTerms> = {}): PutPlan {
  const planId = v7() as PlanId;
  return { clientId, planId, version: 1, terms: planTerms(over), oftenMeant: false };
}

/** What stands of a client of whom nothing was stated. */
const NO_CONTACT: ClientContact = {
  email: null,
  phone: null,
  channel: null,
  language: 'english',
  country: 'US',
  agreedAt: null,
};

/** An invented client's address, agreed to; the first that is stated. */
export function aContact(clientId: ClientId, over: Partial<PutContact> = {}): PutContact {
  return {
    clientId,
    email: 'jordan@mailbox.example',
    phone: null,
    channel: 'email',
    language: 'english',
    country: 'US',
    agreed: true,
    seen: NO_CONTACT,
    ...over,
  };
}

/** A plan that stands and a pause that is over, for the client of a scene. */
export async function aSending(
  backend: TestBackend,
  practiceId: PracticeId,
  { staffId }: SignedIn,
  clientId: ClientId,
): Promise<SendingSubjects> {
  const planId = v7() as PlanId;
  const pauseId = v7() as PauseId;
  const now = instantOf(backend.clock.now);
  const from = dateInZone(now, 'America/Chicago');
  const { store } = backend.care;
  await store.inPractice(scopeOf(practiceId, { now }), async ({ plans, pauses }) => {
    const plan = { planId, clientId, version: 1, terms: planTerms(), oftenMeant: false };
    await plans.add(plan, staffId);
    await pauses.add({ clientId, pauseId, reason: 'away', from, until: null }, staffId);
    await pauses.end(pauseId, staffId);
  });
  return { planId, pauseId };
}

/** A day that lies ahead on whatever day the test runs. */
const AHEAD = addDays(dateInZone(instantOf(new Date()), 'America/Chicago'), 20);

/** Well-formed inputs of what decides about sending. */
export function sendingInputs(clientId: ClientId, { planId, pauseId }: SendingSubjects) {
  return {
    'plans.of': { clientId },
    'plans.put': aPlanInput(clientId),
    'plans.end': { clientId, planId },
    'plans.pause': { clientId, pauseId, reason: 'away', until: null },
    'plans.resume': { clientId, pauseId },
    'plans.sendNow': {
      clientId,
      administrationId: v7() as AdministrationId,
      measureId: 'gad7',
      by: 'link',
      oftenMeant: true,
    },
    'plans.putTemplates': {
      version: 1,
      templates: [{ name: 'Before each session', terms: planTerms() }],
    },
    'appointments.tell': { clientId, days: [AHEAD], by: 'page' },
    'appointments.takeBack': { clientId, day: AHEAD },
    'contacts.put': aContact(clientId),
  };
}
