import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ClientId, PlanId, StaffId } from '#shared/contracts/ids.ts';
import type { Plan, PlanTerms } from '#shared/contracts/plan.ts';
import type { Care } from './care.ts';
import { plan, planVersion, sending, staff } from './schema.ts';

/** A plan in the version that counts, with the days that it has sent for. */
export interface KeptPlan extends Omit<Plan, 'next' | 'leftOut'> {
  readonly clientId: ClientId;
  /** Ascending. */
  readonly sentFor: readonly CalendarDate[];
}

/** A version of a plan that is to be kept. */
export interface NewPlanVersion {
  readonly planId: PlanId;
  readonly clientId: ClientId;
  readonly version: number;
  readonly terms: PlanTerms;
  readonly oftenMeant: boolean;
}

/** Clients of the practice who are in care, can be written to, and have a plan that nobody ended. */
const TO_KEEP = `
  select c.client_id
  from care.client c
  join care.client_contact k on k.practice_id = $1 and k.client_id = c.client_id
  where c.practice_id = $1 and c.active and k.channel is not null and k.agreed_at is not null
    and c.client_id > $2
    and exists (
      select from care.plan p
      where p.practice_id = $1 and p.client_id = c.client_id and p.ended_at is null)
  order by c.client_id
  limit $3`;

/** What is sent to clients, and when: plans and the versions that they were. */
export class PlanRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Plans of a client that nobody ended, oldest first. */
  async standing(clientId: ClientId): Promise<readonly KeptPlan[]> {
    return this.#read(and(eq(plan.clientId, clientId), isNull(plan.endedAt)));
  }

  /** One plan, ended or not; null when there is none. */
  async find(planId: PlanId): Promise<KeptPlan | null> {
    const [found] = await this.#read(eq(plan.planId, planId));
    return found ?? null;
  }

  /** Adds a version, the first of which makes the plan. Call while holding the client. */
  async add({ planId, clientId, version, ...says }: NewPlanVersion, setBy: StaffId): Promise<void> {
    const { practiceId, now } = this.#care.scope;
    await this.#care.db
      .insert(plan)
      .values({ practiceId, planId, clientId, version })
      .onConflictDoUpdate({ target: [plan.practiceId, plan.planId], set: { version } });
    await this.#care.db
      .insert(planVersion)
      .values({ practiceId, planId, version, ...says, setBy, setAt: now });
  }

  /** Ends a plan. False when it was ended before, or is not there. */
  async end(planId: PlanId, endedBy: StaffId): Promise<boolean> {
    const { practiceId, now } = this.#care.scope;
    const ended = await this.#care.db
      .update(plan)
      .set({ endedAt: now, endedBy })
      .where(and(eq(plan.practiceId, practiceId), eq(plan.planId, planId), isNull(plan.endedAt)))
      .returning({ planId: plan.planId });
    return ended.length > 0;
  }

  /** Whose plans are to be looked after, by id from the one after `after` on, `limit` at most. */
  async clientsToKeep(after: ClientId | null, limit: number): Promise<readonly ClientId[]> {
    const { rows } = await this.#care.connection.query<{ client_id: ClientId }>({
      name: 'plans-clients-to-keep',
      text: TO_KEEP,
      values: [this.#care.scope.practiceId, after ?? NOBODY, limit],
    });
    return rows.map((row) => row.client_id);
  }

  async #read(which: ReturnType<typeof and>): Promise<readonly KeptPlan[]> {
    const { practiceId } = this.#care.scope;
    return this.#care.db
      .select({
        planId: plan.planId,
        clientId: plan.clientId,
        version: plan.version,
        terms: planVersion.terms,
        oftenMeant: planVersion.oftenMeant,
        by: staff.displayName,
        at: planVersion.setAt,
        endedAt: plan.endedAt,
        sentFor: SENT_FOR,
      })
      .from(plan)
      .innerJoin(
        planVersion,
        and(
          eq(planVersion.practiceId, practiceId),
          eq(planVersion.planId, plan.planId),
          eq(planVersion.version, plan.version),
        ),
      )
      .innerJoin(staff, and(eq(staff.practiceId, practiceId), eq(staff.staffId, planVersion.setBy)))
      .where(and(eq(plan.practiceId, practiceId), which))
      .orderBy(asc(plan.planId));
  }
}

/** Before every id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const SENT_FOR = sql<CalendarDate[]>`(
  select coalesce(json_agg(distinct ${sending.forDay} order by ${sending.forDay}), '[]')
  from ${sending}
  where ${sending.practiceId} = ${plan.practiceId} and ${sending.planId} = ${plan.planId})`;
