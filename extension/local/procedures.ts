import type { inferRouterInputs } from '@trpc/server';
import * as z from 'zod/mini';
import type { AppRouter } from '#backend/rpc/router.ts';
import {
  PlanReply,
  Sendings,
  SentNow,
  WithheldMeasures,
} from '#shared/contracts/between-procedures.ts';
import { CaseloadRow } from '#shared/contracts/caseload.ts';
import {
  CouplePageReply,
  PartnerIdentity,
  SharingOf,
} from '#shared/contracts/couple-procedures.ts';
import { AdapterSwitches } from '#shared/contracts/fleet.ts';
import { AlertPath } from '#shared/contracts/live.ts';
import { EarlierInsertion, ScheduleReply } from '#shared/contracts/overlay-procedures.ts';
import {
  BriefReply,
  Candidate,
  Done,
  EarlierScores,
  LinkReply,
  WhoAmI,
} from '#shared/contracts/procedures.ts';
import { HandMeasures } from '#shared/contracts/record-procedures.ts';
import { DeliveryReply, SealingGrant } from '#shared/contracts/sealed.ts';

/** How one procedure is called and answered. */
export interface Procedure<Output> {
  readonly kind: 'query' | 'mutation';
  /** What an answer must be before anything is done with it. */
  readonly output: z.ZodMiniType<Output>;
  /** Milliseconds to wait at most, where that is less than for other answers. */
  readonly patienceMs?: number;
}

const query = <Output>(output: z.ZodMiniType<Output>): Procedure<Output> => ({
  kind: 'query',
  output,
});

const mutation = <Output>(output: z.ZodMiniType<Output>): Procedure<Output> => ({
  kind: 'mutation',
  output,
});

/** The procedures of the backend that the extension uses, with the contract of each answer. */
export const PROCEDURES = {
  'session.whoAmI': query(WhoAmI),
  'brief.ofRecord': query(BriefReply),
  // An answer waits for it that may hold an alert.
  'brief.earlierScores': { ...query(EarlierScores), patienceMs: 1500 },
  'caseload.list': query(z.array(CaseloadRow)),
  'schedule.look': query(ScheduleReply),
  'links.candidates': query(z.array(Candidate)),
  'links.link': mutation(LinkReply),
  'links.unlink': mutation(Done),
  'look.mark': mutation(Done),
  'look.print': mutation(Done),
  'alerts.path': query(AlertPath),
  'alerts.acknowledge': mutation(Done),
  'alerts.seen': mutation(Done),
  'alerts.snooze': mutation(Done),
  'goals.put': mutation(Done),
  'goals.rate': mutation(Done),
  'goals.close': mutation(Done),
  'topics.close': mutation(Done),
  'clientPage.withheld': query(WithheldMeasures),
  'clientPage.withhold': mutation(Done),
  'events.add': mutation(Done),
  'events.remove': mutation(Done),
  'episodes.mark': mutation(Done),
  'episodes.unmark': mutation(Done),
  'baselines.choose': mutation(Done),
  'baselines.clear': mutation(Done),
  'handTotals.measures': query(HandMeasures),
  'handTotals.enter': mutation(Done),
  'responses.correct': mutation(Done),
  'responses.correctOwn': mutation(Done),
  'plans.of': query(Sendings),
  'plans.put': mutation(PlanReply),
  'plans.end': mutation(Done),
  'plans.pause': mutation(Done),
  'plans.resume': mutation(Done),
  'plans.putTemplates': mutation(Done),
  'plans.sendNow': mutation(SentNow),
  'appointments.tell': mutation(Done),
  'appointments.takeBack': mutation(Done),
  'contacts.put': mutation(Done),
  'couples.of': query(SharingOf),
  'couples.ofPage': query(CouplePageReply),
  'couples.choices': query(z.array(PartnerIdentity)),
  'couples.link': mutation(Done),
  'couples.unlink': mutation(Done),
  'couples.setPolicy': mutation(Done),
  'couples.revokeConsent': mutation(Done),
  'insertions.record': mutation(Done),
  'insertions.earlier': query(z.array(EarlierInsertion)),
  'insertions.recordUndo': mutation(Done),
  'sealed.key': query(SealingGrant),
  'sealed.deliver': mutation(DeliveryReply),
  'fleet.report': mutation(Done),
  'fleet.switches': query(AdapterSwitches),
};

export type ProcedureName = keyof typeof PROCEDURES;

type RouterInputs = inferRouterInputs<AppRouter>;

/** What a procedure is asked: taken from the router, so a renamed one does not compile. */
export type ProcedureInput<Name extends ProcedureName> =
  Name extends `${infer Group extends keyof RouterInputs}.${infer Rest}`
    ? Rest extends keyof RouterInputs[Group]
      ? RouterInputs[Group][Rest]
      : never
    : never;

/** What a procedure answers, as the contract says it. */
export type ProcedureOutput<Name extends ProcedureName> =
  (typeof PROCEDURES)[Name] extends Procedure<infer Output> ? Output : never;
