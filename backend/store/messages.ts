import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { AlertId, ClientId, MessageId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { assignment, message } from './schema.ts';

const { practiceId: _ours, ...columns } = getTableColumns(message);

/** All that is read of a message; its practice is known. */
export const MESSAGE_COLUMNS = columns;

/** A message that is due. */
export interface DueMessage {
  readonly messageId: MessageId;
  /** To somebody of the practice, who is told that something waits. */
  readonly toStaff: boolean;
  readonly way: StaffWay;
}

/** A message as it is stored: neither its text nor its address is. */
export type Message = Omit<typeof message.$inferSelect, 'practiceId'>;

/**
 * The channel on which backends hear that messages were committed; what is said is the practice's id.
 * PostgreSQL says it with the commit and never without one.
 */
export const MESSAGES_CHANNEL = 'throughline_messages';

/** How it stands with the messages to a practice's own people. */
export interface MessageStanding {
  /** Due since before the moment that was asked for, and no try of them has ended. */
  readonly overdue: number;
  /** Not taken, or the server has no way for it; to be tried again. */
  readonly failing: number;
  /** Given up, and nobody has dealt with them. */
  readonly dead: number;
  /** When the first of all these was written; null where there is none. */
  readonly since: Instant | null;
}

/** By which way somebody of the practice is told. */
export type StaffWay = Message['way'];

/** A message to be sent. Its id is the caller's where something else refers to it. */
export type NewMessage = {
  readonly messageId?: MessageId;
  /** From when on it is to be sent: at once when left out. */
  readonly dueAt?: Instant;
} & (
  | {
      readonly purpose: 'checkIn';
      readonly clientId: ClientId;
      readonly way: Channel;
      /** The message whose place this one takes: that one did not go out, or can't. */
      readonly aboutMessageId?: MessageId;
    }
  | {
      readonly purpose: 'reminder';
      readonly clientId: ClientId;
      readonly way: Channel;
      /** The message of the check-in that is reminded of. */
      readonly aboutMessageId: MessageId;
    }
  /** Somebody should look: a form was left with an answer that a clinician should see. */
  | {
      readonly purpose: 'answer';
      readonly staffId: StaffId;
      readonly way: StaffWay;
      /** The first message about it, for whom this person stands in. */
      readonly aboutMessageId?: MessageId;
    }
);

/** A step of the ladder that tells one person by one way. */
export interface StepMessage {
  readonly staffId: StaffId;
  readonly way: StaffWay;
  readonly alertId: AlertId;
  readonly ladderVersion: number;
  /** From 1. */
  readonly step: number;
  /** The newest evidence of the alert that it tells about. */
  readonly evidenceAt: Instant;
  readonly dueAt: Instant;
}

/**
 * Messages that were written with their cause and are sent after its commit. A row is the whole
 * truth: jobs only say that it is time to look at one.
 */
export class MessageRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Adds a message. Returns its id. */
  async add(wanted: NewMessage): Promise<MessageId> {
    const messageId = wanted.messageId ?? (this.#care.newId() as MessageId);
    const { practiceId, now } = this.#care.scope;
    await this.#care.db
      .insert(message)
      .values({ ...wanted, practiceId, messageId, ...this.#unsent(wanted.dueAt ?? now) });
    await this.#announce();
    return messageId;
  }

  /**
   * Adds the message of a step. False, and nothing added, when this step told this person by this
   * way about this evidence before, whatever became of it.
   */
  async addOnce(step: StepMessage): Promise<boolean> {
    const { practiceId } = this.#care.scope;
    const added = await this.#care.db
      .insert(message)
      .values({
        ...step,
        practiceId,
        messageId: this.#care.newId() as MessageId,
        purpose: 'alert',
        ...this.#unsent(step.dueAt),
      })
      .onConflictDoNothing()
      .returning({ messageId: message.messageId });
    if (added.length > 0) await this.#announce();
    return added.length > 0;
  }

  /** The message; null when there is none. */
  async find(messageId: MessageId): Promise<Message | null> {
    const [row] = await this.#care.db
      .select(MESSAGE_COLUMNS)
      .from(message)
      .where(this.#isOne(messageId));
    return row ?? null;
  }

  /** Messages of an alert that nobody needs any longer are not sent. Dead ones stay listed. */
  async cancelUnsentOfAlert(alertId: AlertId): Promise<void> {
    await this.#cancel(eq(message.alertId, alertId));
  }

  /** Messages to a client that wait are not sent: the client was deactivated, or is in a crisis. */
  async cancelUnsentToClient(clientId: ClientId): Promise<void> {
    await this.#cancel(eq(message.clientId, clientId));
  }

  /** The message is no longer needed. */
  async cancel(messageId: MessageId): Promise<void> {
    await this.#cancel(eq(message.messageId, messageId));
  }

  /**
   * Takes a message that waits to be sent, for this transaction alone. Null when it was sent,
   * cancelled or given up, is not due yet, or somebody else holds it.
   */
  async hold(messageId: MessageId): Promise<Message | null> {
    const [row] = await this.#care.db
      .select(MESSAGE_COLUMNS)
      .from(message)
      .where(and(this.#isOne(messageId), this.#waits(), lte(message.dueAt, this.#care.scope.now)))
      .for('no key update', { skipLocked: true });
    return row ?? null;
  }

  /**
   * Messages that are due, longest waiting first; those to people of the practice before all others: an
   * alert must not stand in line behind a morning's check-ins.
   */
  async due(limit: number): Promise<readonly DueMessage[]> {
    const toStaff = isNotNull(message.staffId);
    return this.#care.db
      .select({
        messageId: message.messageId,
        toStaff: sql<boolean>`${toStaff}`,
        way: message.way,
      })
      .from(message)
      .where(and(this.#waits(), lte(message.dueAt, this.#care.scope.now)))
      .orderBy(desc(toStaff), asc(message.dueAt), asc(message.messageId))
      .limit(limit);
  }

  /** When the next message to people of the practice will be due; null where none waits for its moment. */
  async nextToStaff(): Promise<Instant | null> {
    const [next] = await this.#care.db
      .select({ dueAt: message.dueAt })
      .from(message)
      .where(
        and(this.#waits(), isNotNull(message.staffId), gt(message.dueAt, this.#care.scope.now)),
      )
      .orderBy(asc(message.dueAt))
      .limit(1);
    return next?.dueAt ?? null;
  }

  /** A try has begun: until `nextAt`, when it counts as failed, nobody else makes one. */
  async tried(messageId: MessageId, nextAt: Instant): Promise<void> {
    await this.#care.db
      .update(message)
      .set({ dueAt: nextAt, attempts: sql`${message.attempts} + 1` })
      .where(and(this.#isOne(messageId), this.#waits()));
  }

  /** The relay, the gateway or a browser has it. */
  async sent(messageId: MessageId): Promise<void> {
    await this.#care.db
      .update(message)
      .set({ sentAt: this.#care.scope.now, failure: null, gaveUpAt: null })
      .where(and(this.#isOne(messageId), isNull(message.sentAt)));
  }

  /** The try failed, with a code of ours; it is due again at a later moment. */
  async failed(messageId: MessageId, failure: string, dueAt: Instant): Promise<void> {
    await this.#care.db
      .update(message)
      .set({ failure, dueAt })
      .where(and(this.#isOne(messageId), this.#waits()));
  }

  /** No more tries: it stays listed until somebody has dealt with it. */
  async giveUp(messageId: MessageId, failure: string): Promise<void> {
    await this.#care.db
      .update(message)
      .set({ failure, gaveUpAt: this.#care.scope.now })
      .where(and(this.#isOne(messageId), this.#waits()));
  }

  /**
   * Messages that were given up and nobody has dealt with: those to the practice's own people first,
   * then newest first. `of` leaves only those to somebody, and to the clients whom they hold.
   */
  async dead(limit: number, of: StaffId | null = null): Promise<readonly Message[]> {
    return this.#care.db
      .select(MESSAGE_COLUMNS)
      .from(message)
      .where(and(this.#isDead(), of === null ? undefined : this.#isOf(of)))
      .orderBy(isNull(message.staffId), desc(message.gaveUpAt), desc(message.messageId))
      .limit(limit);
  }

  /** Somebody has dealt with a dead message. False when it is not, or no longer, dead. */
  async settle(messageId: MessageId, by: StaffId): Promise<boolean> {
    const rows = await this.#care.db
      .update(message)
      .set({ settledAt: this.#care.scope.now, settledBy: by })
      .where(and(this.#isOne(messageId), this.#isDead()))
      .returning({ messageId: message.messageId });
    return rows.length > 0;
  }

  /** A dead message is to be tried again from the beginning. False when it is not dead. */
  async tryAgain(messageId: MessageId): Promise<boolean> {
    const rows = await this.#care.db
      .update(message)
      .set({ gaveUpAt: null, failure: null, attempts: 0, dueAt: this.#care.scope.now })
      .where(and(this.#isOne(messageId), this.#isDead()))
      .returning({ messageId: message.messageId });
    if (rows.length > 0) await this.#announce();
    return rows.length > 0;
  }

  /** How it stands with what the practice's own people are to be told. */
  async standing(overdueBefore: Instant): Promise<MessageStanding> {
    // Also one that somebody began and never concluded: its lease lay ahead until it ended.
    const overdue = sql`${message.gaveUpAt} is null and ${message.failure} is null
      and ${message.dueAt} < ${overdueBefore}`;
    const failing = sql`${message.gaveUpAt} is null and ${message.failure} is not null`;
    const dead = isNotNull(message.gaveUpAt);
    const [row] = await this.#care.db
      .select({
        overdue: count(overdue),
        failing: count(failing),
        dead: count(dead),
        since: sql<Instant | null>`min(${message.createdAt}) filter
          (where (${overdue}) or (${failing}) or ${dead})`.mapWith(message.createdAt),
      })
      .from(message)
      .where(and(this.#isUnsettled(), isNotNull(message.staffId)));
    return row ?? { overdue: 0, failing: 0, dead: 0, since: null };
  }

  /** Whoever listens hears of it once the transaction is committed. */
  async #announce(): Promise<void> {
    await this.#care.db.execute(
      sql`select pg_notify(${MESSAGES_CHANNEL}, ${this.#care.scope.practiceId})`,
    );
  }

  async #cancel(which: ReturnType<typeof eq>): Promise<void> {
    await this.#care.db
      .update(message)
      .set({ cancelledAt: this.#care.scope.now })
      .where(and(which, this.#waits()));
  }

  #unsent(dueAt: Instant) {
    return { createdAt: this.#care.scope.now, dueAt, attempts: 0 };
  }

  /** Picks one message of the practice. */
  #isOne(messageId: MessageId) {
    return and(this.#isOurs(), eq(message.messageId, messageId));
  }

  /** Picks those that are still to be sent. */
  #waits() {
    return and(this.#isUnsettled(), isNull(message.gaveUpAt));
  }

  /** Picks those that were given up and nobody has dealt with. */
  #isDead() {
    return and(this.#isUnsettled(), isNotNull(message.gaveUpAt));
  }

  /** Picks those to somebody, and to the clients whom they hold. */
  #isOf(staffId: StaffId) {
    const holds = this.#care.db
      .select({ clientId: assignment.clientId })
      .from(assignment)
      .where(
        and(
          eq(assignment.practiceId, this.#care.scope.practiceId),
          eq(assignment.staffId, staffId),
          isNull(assignment.endedAt),
        ),
      );
    return or(eq(message.staffId, staffId), inArray(message.clientId, holds));
  }

  /** Picks those that are neither sent nor cancelled nor dealt with. */
  #isUnsettled() {
    return and(
      this.#isOurs(),
      isNull(message.sentAt),
      isNull(message.cancelledAt),
      isNull(message.settledAt),
    );
  }

  #isOurs() {
    return eq(message.practiceId, this.#care.scope.practiceId);
  }
}

function count(which: SQL) {
  return sql<number>`count(*) filter (where ${which})`.mapWith(Number);
}
