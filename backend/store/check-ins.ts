import type { CheckIn } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { checkInJson } from './json.ts';
import { REACHED } from './reached.ts';
import { UNSENT_RISK } from './unsent-risk.ts';

/**
 * $1 practice, $2 client. Walks the index of the client's administrations. What has not reached the
 * client is no check-in that can be missed.
 */
const OF_CLIENT = `
  select ${checkInJson('p.time_zone')} as check_in
  from care.administration a
  join care.practice p on p.practice_id = $1
  left join lateral (${UNSENT_RISK}) unsent on true
  where a.practice_id = $1 and a.client_id = $2
    and ${REACHED}
  order by a.sent_at, a.administration_id`;

/**
 * $1 practice, $2 the practice's day, $3 how many at most. Of everybody in care those with a
 * check-in of this care past due and unanswered, or with an alert about such open. The first walks
 * the index of what is outstanding.
 */
const OVERDUE = `
  select c.client_id
  from care.client c
  where c.practice_id = $1 and c.active
    and (c.check_ins_judged_on is null or c.check_ins_judged_on < $2::date)
    and (
      exists (
        select from care.administration a
        where a.practice_id = $1 and a.client_id = c.client_id and a.completed_at is null
          and a.due_on < $2::date and a.due_on >= c.in_care_since)
      or exists (
        select from care.alert o
        where o.practice_id = $1 and o.client_id = c.client_id and o.closed_at is null
          and o.rule in ('M1', 'M2')))
  order by c.client_id
  limit $3`;

const JUDGED = `
  update care.client set check_ins_judged_on = $3 where practice_id = $1 and client_id = $2`;

/** Check-ins as the rules about silence see them, and who is still to be looked at on a day. */
export class CheckInRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Every check-in that has reached a client, oldest first. */
  async ofClient(clientId: ClientId): Promise<readonly CheckIn[]> {
    const { rows } = await this.#care.connection.query<{ check_in: CheckIn }>({
      name: 'check-ins-of-client',
      text: OF_CLIENT,
      values: [this.#care.scope.practiceId, clientId],
    });
    return rows.map((row) => row.check_in);
  }

  /** Clients of whom a rule about missed check-ins may have something to say, not yet judged. */
  async overdueOn(day: CalendarDate, limit: number): Promise<readonly ClientId[]> {
    const { rows } = await this.#care.connection.query<{ client_id: ClientId }>({
      name: 'check-ins-overdue',
      text: OVERDUE,
      values: [this.#care.scope.practiceId, day, limit],
    });
    return rows.map((row) => row.client_id);
  }

  /** Notes that a client's check-ins were judged on a day. Call while holding the client. */
  async judgedOn(clientId: ClientId, day: CalendarDate): Promise<void> {
    await this.#care.connection.query({
      name: 'check-ins-judged',
      text: JUDGED,
      values: [this.#care.scope.practiceId, clientId, day],
    });
  }
}
