import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { type CalendarDate, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { Channel, ClientLanguage } from '#shared/contracts/contact.ts';
import type {
  AdministrationId,
  AlertId,
  ClientId,
  MessageId,
  StaffId,
} from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { MESSAGE_COLUMNS, type Message } from './messages.ts';
import { message, staff } from './schema.ts';

/** What decides whether a client is written to now, and where. */
export interface ClientFacts {
  readonly active: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: ClientLanguage | null;
  /** By which way the client has agreed to be written to; null for none. */
  readonly agreedWay: Channel | null;
  /** Why nothing is sent today; null while nothing is paused. */
  readonly pause: 'crisis' | 'other' | null;
  /** The first of what was sent together that can still be answered; null when none can. */
  readonly administrationId: AdministrationId | null;
  /** From when on that one can't be answered. */
  readonly expiresAt: Instant | null;
  /** Whether a plan sent it, and no person. */
  readonly byPlan: boolean;
}

/** What decides whether somebody of the practice is told now, and where. */
export interface StaffFacts {
  readonly active: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  /** Whether the alert still waits for somebody; true for a message that is about none. */
  readonly waits: boolean;
}

const OF_CLIENT = `
  select c.active, k.email, k.phone, k.language,
    case when k.agreed_at is not null then k.channel end as "agreedWay",
    (select case when bool_or(p.reason = 'crisis') then 'crisis' else 'other' end
     from care.pause p
     where p.practice_id = $1 and p.client_id = $2 and p.ended_at is null
       and p.from_day <= $5 and (p.until_day is null or p.until_day >= $5)
     having count(*) > 0) as pause,
    open.administration_id as "administrationId", open.expires_at as "expiresAt",
    open.plan_id is not null as "byPlan"
  from care.client c
  left join care.client_contact k on k.practice_id = $1 and k.client_id = c.client_id
  left join lateral (
    select a.administration_id, a.expires_at, s.plan_id
    from care.sending s
    join care.administration a on a.practice_id = $1 and a.administration_id = s.administration_id
    where s.practice_id = $1 and s.message_id = $3
      and a.completed_at is null and a.expires_at > $4
    order by s.place
    limit 1
  ) open on true
  where c.practice_id = $1 and c.client_id = $2`;

const OF_STAFF = `
  select s.active, k.email, k.phone,
    $3::uuid is null or exists (
      select from care.alert a
      where a.practice_id = $1 and a.alert_id = $3 and a.status = 'open') as waits
  from care.staff s
  left join care.staff_contact k on k.practice_id = $1 and k.staff_id = s.staff_id
  where s.practice_id = $1 and s.staff_id = $2`;

/** What holds at the moment in which a message is sent. */
export class MessageFactRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Of a client, and what was sent with the message of a check-in; `today` is the practice's. */
  async ofClient(
    clientId: ClientId,
    sentWith: MessageId,
    today: CalendarDate,
  ): Promise<ClientFacts | null> {
    const { practiceId, now } = this.#care.scope;
    const { rows } = await this.#care.connection.query<ClientFacts & { expiresAt: Date | null }>(
      OF_CLIENT,
      [practiceId, clientId, sentWith, now, today],
    );
    const [row] = rows;
    return row === undefined
      ? null
      : { ...row, expiresAt: row.expiresAt === null ? null : instantOf(row.expiresAt) };
  }

  /**
   * Whether somebody of the practice is told of the same, at the same step, by another message that
   * goes this way.
   */
  async isTold(
    { staffId, purpose, alertId, step, createdAt }: Message & { readonly staffId: StaffId },
    way: Channel,
  ): Promise<boolean> {
    const found = await this.#care.db
      .select({ messageId: message.messageId })
      .from(message)
      .where(
        and(
          eq(message.practiceId, this.#care.scope.practiceId),
          eq(message.staffId, staffId),
          eq(message.purpose, purpose),
          eq(message.way, way),
          eq(message.createdAt, createdAt),
          alertId === null ? isNull(message.alertId) : eq(message.alertId, alertId),
          step === null ? isNull(message.step) : eq(message.step, step),
          isNull(message.cancelledAt),
        ),
      )
      .limit(1);
    return found.length > 0;
  }

  /**
   * What else was written to leave the building of the same step, to somebody who works here now: who
   * was switched off reads nothing. A message about an answer has no step:
   * what was written first to one person at one moment, to whoever stands in for them, and all others
   * about answers that were given up and nobody has dealt with.
   */
  async triedBeside(one: Message): Promise<readonly Message[]> {
    const { messageId, alertId, step, evidenceAt } = one;
    const ofStep =
      alertId === null || step === null || evidenceAt === null
        ? and(
            eq(message.purpose, 'answer'),
            or(this.#isOfAnswer(one), and(isNotNull(message.gaveUpAt), isNull(message.settledAt))),
          )
        : and(
            eq(message.alertId, alertId),
            eq(message.step, step),
            eq(message.evidenceAt, evidenceAt),
          );
    return this.#care.db
      .select(MESSAGE_COLUMNS)
      .from(message)
      .where(
        and(
          eq(message.practiceId, this.#care.scope.practiceId),
          ne(message.messageId, messageId),
          ne(message.way, 'browser'),
          this.#isToActive(),
          ofStep,
        ),
      );
  }

  /** Picks those to somebody who works here. */
  #isToActive() {
    const { practiceId } = this.#care.scope;
    const active = this.#care.db
      .select({ staffId: staff.staffId })
      .from(staff)
      .where(and(eq(staff.practiceId, practiceId), eq(staff.active, true)));
    return inArray(message.staffId, active);
  }

  /** Picks those that go back to what one person was told of at one moment, as this one does. */
  #isOfAnswer({ messageId, aboutMessageId }: Message) {
    return sql`coalesce(${message.aboutMessageId}, ${message.messageId}) in (
      select told.message_id
      from care.message first
      join care.message told on told.practice_id = first.practice_id
        and told.staff_id = first.staff_id and told.created_at = first.created_at
      where first.practice_id = ${this.#care.scope.practiceId}
        and first.message_id = ${aboutMessageId ?? messageId} and told.purpose = 'answer')`;
  }

  /** Of somebody of the practice, and of the alert that the message is about. */
  async ofStaff(staffId: StaffId, alertId: AlertId | null): Promise<StaffFacts | null> {
    const { practiceId } = this.#care.scope;
    const { rows } = await this.#care.connection.query<StaffFacts>(OF_STAFF, [
      practiceId,
      staffId,
      alertId,
    ]);
    return rows[0] ?? null;
  }
}
