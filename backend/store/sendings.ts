import { and, asc, desc, eq, gt, isNull, or, type SQLWrapper, sql } from 'drizzle-orm';
import type { Outstanding } from '#shared/contracts/between-procedures.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { AdministrationId, ClientId, MessageId, PlanId } from '#shared/contracts/ids.ts';
import type { PlanTerms } from '#shared/contracts/plan.ts';
import type { Care } from './care.ts';
import { instant } from './json.ts';
import { REACHED } from './reached.ts';
import { administration, clientContact, message, sending } from './schema.ts';

/** How something came to be sent. */
export type NewSending = Omit<typeof sending.$inferInsert, 'practiceId'>;

/** One of what was sent together. */
export interface TogetherSent {
  readonly administrationId: AdministrationId;
  /** From 1. */
  readonly place: number;
  readonly expiresAt: Instant;
  readonly completedAt: Instant | null;
}

/** An earlier sending of a measure or form, as the next one is judged by it. */
export interface EarlierSending {
  readonly instrumentId: string;
  /** The day of the plan that it was sent for; for one by hand, that of sending. */
  readonly on: CalendarDate;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
  readonly completedAt: Instant | null;
}

/** What a plan has sent together and is not answered to the end. */
export interface UnansweredGroup {
  readonly messageId: MessageId;
  readonly planId: PlanId;
  /** When the client was written to; null while the message has not gone out. */
  readonly sentAt: Instant | null;
  /** When the last of it expires. */
  readonly expiresAt: Instant;
  /** Of the version of the plan that sent it. */
  readonly terms: PlanTerms;
  /** When the client was last written to about it again, as a reminder or by hand; null for never. */
  readonly remindedAt: Instant | null;
}

/** An SQL condition: a message about a sending `s` is still to leave, or is being tried. */
const WAITS = `
  exists (select from care.message w
    where w.practice_id = $1 and w.client_id = $2 and s.message_id in (w.message_id, w.about_message_id)
      and w.sent_at is null and w.cancelled_at is null and w.gave_up_at is null)`;

/**
 * $1 practice, $2 client, $3 the day from which on sendings matter. What was given up or cancelled before it
 * reached the client has asked nothing.
 */
const EARLIER = `
  select a.instrument_id as "instrumentId",
    coalesce(s.for_day, (a.sent_at at time zone p.time_zone)::date)::text as "on",
    ${instant('a.sent_at')} as "sentAt", ${instant('a.expires_at')} as "expiresAt",
    ${instant('a.completed_at')} as "completedAt"
  from care.administration a
  join care.practice p on p.practice_id = $1
  left join care.sending s on s.practice_id = $1 and s.administration_id = a.administration_id
  where a.practice_id = $1 and a.client_id = $2 and a.sent_at >= $3::date
    and (${REACHED} or ${WAITS})
  order by a.sent_at`;

/** $1 practice, $2 client, $3 now. Only of plans that nobody ended. */
const UNANSWERED = `
  select s.message_id as "messageId", s.plan_id as "planId", v.terms,
    ${instant('min(m.sent_at)')} as "sentAt", ${instant('max(a.expires_at)')} as "expiresAt",
    (select ${instant('max(r.created_at)')} from care.message r
     where r.practice_id = $1 and r.client_id = $2
       and r.about_message_id = s.message_id) as "remindedAt"
  from care.administration a
  join care.sending s on s.practice_id = $1 and s.administration_id = a.administration_id
  join care.plan p on p.practice_id = $1 and p.plan_id = s.plan_id and p.ended_at is null
  join care.plan_version v
    on v.practice_id = $1 and v.plan_id = s.plan_id and v.version = s.plan_version
  left join care.message m on m.practice_id = $1 and m.client_id = $2
    and s.message_id in (m.message_id, m.about_message_id)
  where a.practice_id = $1 and a.client_id = $2 and a.completed_at is null and a.expires_at > $3
  group by s.message_id, s.plan_id, v.terms
  order by s.message_id`;

/** How measures came to be sent, and what was sent together. */
export class SendingRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Records how an administration came to be. Call while holding the client. */
  async add(sent: NewSending): Promise<void> {
    await this.#care.db
      .insert(sending)
      .values({ practiceId: this.#care.scope.practiceId, ...sent });
  }

  /** Everything that was sent together with an administration, itself included, by place. */
  async togetherWith(administrationId: AdministrationId): Promise<readonly TogetherSent[]> {
    const group = this.#care.db
      .select({ messageId: sending.messageId })
      .from(sending)
      .where(
        and(
          eq(sending.practiceId, this.#care.scope.practiceId),
          eq(sending.administrationId, administrationId),
        ),
      );
    return this.#together(sql`${sending.messageId} = (${group})`);
  }

  /** Everything that one message tells of, by place; empty when it tells of nothing. */
  async ofMessage(messageId: MessageId): Promise<readonly TogetherSent[]> {
    return this.#together(eq(sending.messageId, messageId));
  }

  /** The message that an administration belongs to; null for one that was sent otherwise. */
  async messageOf(administrationId: AdministrationId): Promise<MessageId | null> {
    const [row] = await this.#care.db
      .select({ messageId: sending.messageId })
      .from(sending)
      .where(
        and(
          eq(sending.practiceId, this.#care.scope.practiceId),
          eq(sending.administrationId, administrationId),
        ),
      );
    return row?.messageId ?? null;
  }

  /**
   * What can be reached by a link of a message: whatever one was written about and has not expired, answered
   * or not. Behind the link of an answered form lie the own page and what was sent together with it.
   */
  async written(clientId: ClientId): Promise<readonly AdministrationId[]> {
    const { practiceId, now } = this.#care.scope;
    const { administrationId } = sending;
    const rows = await this.#care.db
      .selectDistinct({ administrationId })
      .from(sending)
      .innerJoin(
        administration,
        and(
          eq(administration.practiceId, practiceId),
          eq(administration.administrationId, administrationId),
          gt(administration.expiresAt, now),
        ),
      )
      .innerJoin(
        message,
        and(
          eq(message.practiceId, practiceId),
          eq(message.clientId, clientId),
          or(
            eq(message.messageId, sending.messageId),
            eq(message.aboutMessageId, sending.messageId),
          ),
        ),
      )
      .where(and(eq(sending.practiceId, practiceId), eq(sending.clientId, clientId)));
    return rows.map((row) => row.administrationId);
  }

  /**
   * When the newest message about something was written, or its reminder; null for none. One that was
   * cancelled or given up reaches nobody and does not count.
   */
  async writtenAt(clientId: ClientId, messageId: MessageId): Promise<Instant | null> {
    const [row] = await this.#care.db
      .select({ at: message.createdAt })
      .from(message)
      .where(
        and(
          eq(message.practiceId, this.#care.scope.practiceId),
          eq(message.clientId, clientId),
          or(eq(message.messageId, messageId), eq(message.aboutMessageId, messageId)),
          isNull(message.cancelledAt),
          isNull(message.gaveUpAt),
        ),
      )
      .orderBy(desc(message.createdAt))
      .limit(1);
    return row?.at ?? null;
  }

  /** What was sent to a client since a day and reached them, or may yet; oldest first. */
  async earlier(clientId: ClientId, since: CalendarDate): Promise<readonly EarlierSending[]> {
    const { rows } = await this.#care.connection.query<EarlierSending>({
      name: 'sendings-earlier',
      text: EARLIER,
      values: [this.#care.scope.practiceId, clientId, since],
    });
    return rows;
  }

  /** What plans have sent to a client and can still be answered, by message. */
  async unanswered(clientId: ClientId): Promise<readonly UnansweredGroup[]> {
    const { rows } = await this.#care.connection.query<UnansweredGroup>({
      name: 'sendings-unanswered',
      text: UNANSWERED,
      values: [this.#care.scope.practiceId, clientId, this.#care.scope.now],
    });
    return rows;
  }

  /** What can still be answered, however it was sent, with what became of its message. */
  async outstanding(clientId: ClientId): Promise<Outstanding[]> {
    const { practiceId, now } = this.#care.scope;
    const last = this.#lastMessage(clientId);
    return this.#care.db
      .select({
        administrationId: administration.administrationId,
        instrumentId: administration.instrumentId,
        sentAt: administration.sentAt,
        dueOn: administration.dueOn,
        expiresAt: administration.expiresAt,
        openedAt: administration.openedAt,
        answeredItems: administration.answeredItems,
        message: became(last),
      })
      .from(administration)
      .leftJoin(
        sending,
        and(
          eq(sending.practiceId, practiceId),
          eq(sending.administrationId, administration.administrationId),
        ),
      )
      .leftJoinLateral(last, sql`true`)
      .leftJoin(
        clientContact,
        and(eq(clientContact.practiceId, practiceId), eq(clientContact.clientId, clientId)),
      )
      .where(
        and(
          eq(administration.practiceId, practiceId),
          eq(administration.clientId, clientId),
          isNull(administration.completedAt),
          gt(administration.expiresAt, now),
        ),
      )
      .orderBy(
        asc(administration.sentAt),
        asc(sending.place),
        asc(administration.administrationId),
      );
  }

  /** The newest message about a sending, before those that were cancelled; for a lateral join. */
  #lastMessage(clientId: ClientId) {
    const { messageId, aboutMessageId, createdAt, sentAt, gaveUpAt, cancelledAt } = message;
    return this.#care.db
      .select({ messageId, sentAt, gaveUpAt, cancelledAt })
      .from(message)
      .where(
        and(
          eq(message.practiceId, this.#care.scope.practiceId),
          eq(message.clientId, clientId),
          or(eq(messageId, sending.messageId), eq(aboutMessageId, sending.messageId)),
        ),
      )
      .orderBy(desc(isNull(cancelledAt)), desc(createdAt), desc(messageId))
      .limit(1)
      .as('last_message');
  }

  async #together(which: ReturnType<typeof eq>): Promise<readonly TogetherSent[]> {
    const { practiceId } = this.#care.scope;
    return this.#care.db
      .select({
        administrationId: sending.administrationId,
        place: sending.place,
        expiresAt: administration.expiresAt,
        completedAt: administration.completedAt,
      })
      .from(sending)
      .innerJoin(
        administration,
        and(
          eq(administration.practiceId, practiceId),
          eq(administration.administrationId, sending.administrationId),
        ),
      )
      .where(and(eq(sending.practiceId, practiceId), which))
      .orderBy(asc(sending.place));
  }
}

/**
 * A message that was cancelled before it went out has not reached anybody either. One that left before
 * the agreement that stands now went to an address that was given up, and its links are closed.
 */
function became(
  last: Readonly<Record<'messageId' | 'sentAt' | 'gaveUpAt' | 'cancelledAt', SQLWrapper>>,
) {
  return sql<Outstanding['message']>`case
    when ${last.messageId} is null then 'byHand'
    when ${last.sentAt} < coalesce(${clientContact.agreedAt}, 'infinity') then 'closed'
    when ${last.sentAt} is not null then 'sent'
    when ${last.gaveUpAt} is not null or ${last.cancelledAt} is not null then 'failed'
    else 'waiting' end`;
}
