import { v7 } from 'uuid';
import { operatorScope } from '#backend/care/deps.ts';
import { endCare } from '#backend/care/end-care.ts';
import type { PutContact, PutPlan, Sendings } from '#shared/contracts/between-procedures.ts';
import { addDays, type CalendarDate, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId, MessageId, PlanId, PracticeId } from '#shared/contracts/ids.ts';
import type { PlanTerms } from '#shared/contracts/plan.ts';
import { atHour } from '#shared/plans/local-hour.ts';
import type { TestBackend } from '#test/support/backend.ts';
import {
  aClient,
  aPractice,
  aStaffMember,
  call,
  type SignedIn,
  valueOf,
} from '#test/support/practice.ts';
import { aContact, planTerms } from '#test/support/sending.ts';

/** The practice's time zone. */
export const ZONE = 'America/Chicago';

/** A client of an invented practice, and what is done about sending to them. */
export interface SendingScene {
  readonly practiceId: PracticeId;
  readonly clinician: SignedIn;
  readonly clientId: ClientId;
  /** The practice's day, so many days from now. */
  readonly day: (ahead?: number) => CalendarDate;
  /** Calls a procedure as the clinician. */
  readonly call: (procedure: string, input: unknown) => Promise<Response>;
  /** The same; throws when it is refused. */
  readonly done: <Value>(procedure: string, input: unknown) => Promise<Value>;
  /** Code of the refusal of a call; null when it was not refused. */
  readonly refusal: (procedure: string, input: unknown) => Promise<string | null>;
  /** All that is shown about sending. */
  readonly sendings: () => Promise<Sendings>;
  /** Keeps a contact over what stands; throws when it is refused. */
  readonly contact: (over: Partial<PutContact>) => Promise<void>;
  /** A weekly plan from today on, as the panel puts it. */
  readonly plan: (over?: Partial<PlanTerms>) => PutPlan;
  /** Keeps a plan; throws when it is refused. */
  readonly keep: (plan: PutPlan) => Promise<PlanId>;
}

/** Sets the scene: a client who has agreed to be written to; of a practice of their own, or of another's. */
export async function sendingScene(
  backend: TestBackend,
  contact: Partial<PutContact> = {},
  beside: Pick<SendingScene, 'practiceId' | 'clinician'> | null = null,
): Promise<SendingScene> {
  const practiceId = beside?.practiceId ?? (await aPractice(backend));
  const clinician = beside?.clinician ?? (await aStaffMember(backend, practiceId));
  // The library behind sessions has a clock of its own: these last through every story.
  await backend.database.asSuperuser(
    `update directory.session set expires_at = expires_at + interval '400 days'`,
  );
  const clientId = await aClient(backend, practiceId, clinician);
  const asked = (procedure: string, input: unknown) =>
    call(backend, procedure, input, clinician.token);
  const scene: SendingScene = {
    practiceId,
    clinician,
    clientId,
    day: (ahead = 0) => addDays(dateInZone(instantOf(backend.clock.now), ZONE), ahead),
    call: asked,
    done: async (procedure, input) => valueOf(await asked(procedure, input)),
    refusal: async (procedure, input) => refusalOf(await asked(procedure, input)),
    sendings: async () => valueOf(await asked('plans.of', { clientId })),
    async contact(over) {
      const { contact: seen } = await scene.sendings();
      await scene.done('contacts.put', aContact(clientId, { seen, ...over }));
    },
    plan: (over = {}) => ({
      clientId,
      planId: v7() as PlanId,
      version: 1,
      terms: planTerms({
        cadence: { is: 'everyWeeks', weeks: 2, from: scene.day() },
        reminderDays: [],
        ...over,
      }),
      oftenMeant: false,
    }),
    async keep(plan) {
      const reply = await scene.done<{ readonly is: string }>('plans.put', plan);
      if (reply.is !== 'kept') throw new Error(`not kept: ${JSON.stringify(reply)}`);
      return plan.planId;
    },
  };
  await scene.done('contacts.put', aContact(clientId, contact));
  return scene;
}

async function refusalOf(reply: Response): Promise<string | null> {
  const body = (await reply.json()) as { error?: { data: { refusal: string } } };
  return body.error?.data.refusal ?? null;
}

/** Moves the clock to an hour of the practice's day, so many days from now; never back. */
export function goTo(backend: TestBackend, ahead: number, hour: number): void {
  const today = dateInZone(instantOf(backend.clock.now), ZONE);
  const moment = Date.parse(atHour(addDays(today, ahead), hour, ZONE));
  backend.clock.pass(Math.max(0, moment - backend.clock.now.getTime()));
}

/** Runs so many rounds, one right after the other. */
export async function rounds(backend: TestBackend, count = 1): Promise<void> {
  const stop = new AbortController();
  let done = 0;
  await backend.keepPlans(stop.signal, async () => {
    done += 1;
    if (done === count) stop.abort();
  });
}

/** A message as it waits to go out. */
export interface WrittenMessage {
  readonly messageId: MessageId;
  readonly purpose: string;
  readonly way: string;
  readonly about: string | null;
  readonly cancelled: boolean;
}

/** Messages to a client, oldest first. */
export async function messagesTo(
  backend: TestBackend,
  clientId: ClientId,
): Promise<readonly WrittenMessage[]> {
  return backend.database.asSuperuser<WrittenMessage>(
    `select message_id as "messageId", purpose, way, about_message_id as about,
       cancelled_at is not null as cancelled
     from care.message where client_id = $1 order by created_at, message_id`,
    [clientId],
  );
}

/** What was sent to a client: measure, day of the plan and place, in order. */
export async function sentTo(backend: TestBackend, clientId: ClientId) {
  return backend.database.asSuperuser<{
    readonly measure: string;
    readonly forDay: string | null;
    readonly place: number;
    readonly way: string;
    readonly messageId: string;
  }>(
    `select s.instrument_id as measure, s.for_day::text as "forDay", s.place, s.way,
       s.message_id as "messageId"
     from care.sending s join care.administration a
       on a.practice_id = s.practice_id and a.administration_id = s.administration_id
     where s.client_id = $1 order by a.sent_at, s.place`,
    [clientId],
  );
}

/** Messages to a client went out: one, or all that are there. */
export async function wentOut(
  backend: TestBackend,
  clientId: ClientId,
  messageId: MessageId | null = null,
): Promise<void> {
  await backend.database.asSuperuser(
    `update care.message set sent_at = $2
     where client_id = $1 and sent_at is null and coalesce(message_id = $3, true)`,
    [clientId, backend.clock.now.toISOString(), messageId],
  );
}

/** The client's care ends, by the operator's command. */
export async function leaveCare(
  { care }: TestBackend,
  { practiceId, clientId }: Pick<SendingScene, 'practiceId' | 'clientId'>,
): Promise<void> {
  const scope = operatorScope(care, practiceId);
  const ended = await endCare(care, scope, { clientId, bornOn: null });
  if (!ended.ok) throw new Error(`care did not end: ${ended.refusal}`);
}
