import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import {
  type CalendarDate,
  type Instant,
  instantOf,
  type TimeZone,
} from '#shared/contracts/calendar.ts';
import type { SkipReason } from '#shared/contracts/client-page.ts';
import type { FormId } from '#shared/contracts/custom-form.ts';
import type { AdministrationId, ClientId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { administration, answer } from './schema.ts';
import { LEFT_WITH_RISK, UNSEEN_RISK_OF_CLIENT } from './unsent-risk.ts';

/** One measure, or own form, sent to one client once. */
export interface Administration {
  readonly administrationId: AdministrationId;
  readonly clientId: ClientId;
  /** Of an own form its key, `form:<id>`. */
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  /** Null for a measure. */
  readonly formId: FormId | null;
  readonly sentAt: Instant;
  readonly dueOn: CalendarDate;
  /** After this moment nothing can be answered any more. */
  readonly expiresAt: Instant;
  readonly openedAt: Instant | null;
  readonly completedAt: Instant | null;
}

/** A measure that is being sent, or an own form, which is named. */
export type NewAdministration = Omit<
  Administration,
  'openedAt' | 'completedAt' | 'sentAt' | 'formId'
> & { readonly formId?: FormId };

/** A form that was not sent and holds a positive answer to a suicidality item. */
export interface LeftForm extends Pick<Administration, 'administrationId' | 'clientId'> {
  /** When it counted as left with the newest of these answers. */
  readonly leftAt: Instant;
}

/** How much later something is to be answered. */
export interface Postponement {
  /** What could be answered at this moment. */
  readonly openAt: Instant;
  /** Whole days, from 1. */
  readonly days: number;
  /** The practice's. */
  readonly timeZone: TimeZone;
}

/** The answers that count now, by item number. Items never answered are absent. */
export type SavedAnswers = ReadonlyMap<number, number | null>;

const columns = {
  administrationId: administration.administrationId,
  clientId: administration.clientId,
  instrumentId: administration.instrumentId,
  instrumentVersion: administration.instrumentVersion,
  formId: administration.formId,
  sentAt: administration.sentAt,
  dueOn: administration.dueOn,
  expiresAt: administration.expiresAt,
  openedAt: administration.openedAt,
  completedAt: administration.completedAt,
};

/** Measures on their way to a response. */
export class AdministrationRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Every answer that counts now: of each item the newest revision. */
  async answers(administrationId: AdministrationId): Promise<SavedAnswers> {
    const rows = await this.#care.db
      .selectDistinctOn([answer.item], { item: answer.item, value: answer.value })
      .from(answer)
      .where(
        and(
          eq(answer.practiceId, this.#care.scope.practiceId),
          eq(answer.administrationId, administrationId),
        ),
      )
      .orderBy(asc(answer.item), desc(answer.revision));
    return new Map(rows.map(({ item, value }) => [item, value]));
  }

  /** Seconds from the first answer that was saved to the last; null when there is none. */
  async secondsAnswering(administrationId: AdministrationId): Promise<number | null> {
    const span = sql`max(${answer.savedAt}) - min(${answer.savedAt})`;
    const [row] = await this.#care.db
      .select({ seconds: sql<number | null>`extract(epoch from ${span})::float8` })
      .from(answer)
      .where(
        and(
          eq(answer.practiceId, this.#care.scope.practiceId),
          eq(answer.administrationId, administrationId),
        ),
      );
    return row?.seconds ?? null;
  }

  /**
   * The administration, held until the transaction ends: whoever saves an answer or submits waits
   * here, so that an answer can't slip in beside a submission. Null when there is none.
   */
  async hold(administrationId: AdministrationId): Promise<Administration | null> {
    const [row] = await this.#care.db
      .select(columns)
      .from(administration)
      .where(this.#isOne(administrationId))
      .for('update');
    return row ?? null;
  }

  /** Holds it as {@link hold} does. False when nothing can be answered: sent, expired, not there. */
  async holdOpen(administrationId: AdministrationId): Promise<boolean> {
    const held = await this.hold(administrationId);
    return held !== null && held.completedAt === null && held.expiresAt > this.#care.scope.now;
  }

  /** Keeps how many items have an answer now. Call while holding the administration. */
  async countAnswered(administrationId: AdministrationId, answeredItems: number): Promise<void> {
    await this.#care.db
      .update(administration)
      .set({ answeredItems })
      .where(this.#isOne(administrationId));
  }

  /** Records that it was submitted. Call while holding the administration. */
  async complete(administrationId: AdministrationId): Promise<void> {
    await this.#care.db
      .update(administration)
      .set({ completedAt: this.#care.scope.now })
      .where(this.#isOne(administrationId));
  }

  /** Records that a measure or an own form was sent. */
  async send(sent: NewAdministration): Promise<void> {
    await this.#care.db.insert(administration).values({
      practiceId: this.#care.scope.practiceId,
      sentAt: this.#care.scope.now,
      answeredItems: 0,
      ...sent,
    });
  }

  /** The administration; null when there is none. */
  async find(administrationId: AdministrationId): Promise<Administration | null> {
    const [row] = await this.#care.db
      .select(columns)
      .from(administration)
      .where(this.#isOne(administrationId));
    return row ?? null;
  }

  /** The newest one of an instrument that the client can still answer; null when there is none. */
  async openOf(clientId: ClientId, instrumentId: string): Promise<Administration | null> {
    const [row] = await this.#care.db
      .select(columns)
      .from(administration)
      .where(
        and(
          eq(administration.practiceId, this.#care.scope.practiceId),
          eq(administration.clientId, clientId),
          eq(administration.instrumentId, instrumentId),
          isNull(administration.completedAt),
          gt(administration.expiresAt, this.#care.scope.now),
        ),
      )
      .orderBy(desc(administration.sentAt), desc(administration.administrationId))
      .limit(1);
    return row ?? null;
  }

  /** Forms that were left with a risk answer that nobody was told of, longest first; `of` asks for one. */
  async leftWithRisk(
    limit: number,
    of: AdministrationId | null = null,
  ): Promise<readonly LeftForm[]> {
    const { practiceId, now } = this.#care.scope;
    const { rows } = await this.#care.connection.query<LeftForm & { leftAt: Date }>(
      LEFT_WITH_RISK,
      [practiceId, now, limit, of],
    );
    return rows.map((row) => ({ ...row, leftAt: instantOf(row.leftAt) }));
  }

  /**
   * Whether a form of the client holds a risk answer, was not sent, and was not looked at by a clinician
   * of theirs since. Holds what the client can answer until the transaction ends, so that none joins.
   */
  async hasUnseenRisk(clientId: ClientId): Promise<boolean> {
    await this.holdUnsentOf(clientId);
    const { rows } = await this.#care.connection.query(UNSEEN_RISK_OF_CLIENT, [
      this.#care.scope.practiceId,
      clientId,
    ]);
    return rows.length > 0;
  }

  /**
   * Holds every form of the client that was not sent, until the transaction ends. Before the client, as who
   * submits holds them.
   */
  async holdUnsentOf(clientId: ClientId): Promise<void> {
    await this.#care.db
      .select({ administrationId: administration.administrationId })
      .from(administration)
      .where(this.#unsentOf(clientId))
      .orderBy(administration.administrationId)
      .for('update');
  }

  /**
   * Makes what the client could answer at a moment, and has not, due whole days later and answerable for as
   * much longer, to the same hour of the practice's clock. Which ones those are, and until when now. Call
   * while holding them.
   */
  async postpone(
    clientId: ClientId,
    { openAt, days, timeZone }: Postponement,
  ): Promise<readonly AdministrationId[]> {
    const { dueOn, expiresAt, administrationId } = administration;
    const later = sql`make_interval(days => ${days}::int)`;
    const rows = await this.#care.db
      .update(administration)
      .set({
        dueOn: sql`${dueOn} + ${days}::int`,
        expiresAt: sql`(${expiresAt} at time zone ${timeZone} + ${later}) at time zone ${timeZone}`,
      })
      .where(and(this.#unsentOf(clientId), gt(expiresAt, openAt)))
      .returning({ administrationId });
    return rows.map((row) => row.administrationId);
  }

  /** Records that the client opened it. True the first time. */
  async open(administrationId: AdministrationId): Promise<boolean> {
    const rows = await this.#care.db
      .update(administration)
      .set({ openedAt: this.#care.scope.now })
      .where(and(this.#isOne(administrationId), isNull(administration.openedAt)))
      .returning({ openedAt: administration.openedAt });
    return rows.length > 0;
  }

  /**
   * Saves one answer, or why it was left out, as a further revision; the same again adds nothing.
   * `closed`: already submitted, expired, or not there. Nothing was saved then.
   */
  async saveAnswer(
    administrationId: AdministrationId,
    item: number,
    value: number | null,
    skipReason: SkipReason | null = null,
  ): Promise<'saved' | 'closed'> {
    if (!(await this.holdOpen(administrationId))) return 'closed';
    const saved = await this.answers(administrationId);
    if (saved.get(item) === value && skipReason === null) return 'saved';
    const newest = await this.#newest(administrationId, item);
    if (newest?.value === value && newest.skipReason === skipReason) return 'saved';
    await this.#care.db.insert(answer).values({
      practiceId: this.#care.scope.practiceId,
      administrationId,
      item,
      revision: (newest?.revision ?? 0) + 1,
      value,
      skipReason,
      savedAt: this.#care.scope.now,
    });
    const given = [...new Map([...saved, [item, value]]).values()];
    await this.countAnswered(administrationId, given.filter((one) => one !== null).length);
    return 'saved';
  }

  /** What an item was answered with last; undefined before the first time. */
  async #newest(administrationId: AdministrationId, item: number) {
    const [row] = await this.#care.db
      .select({ revision: answer.revision, value: answer.value, skipReason: answer.skipReason })
      .from(answer)
      .where(
        and(
          eq(answer.practiceId, this.#care.scope.practiceId),
          eq(answer.administrationId, administrationId),
          eq(answer.item, item),
        ),
      )
      .orderBy(desc(answer.revision))
      .limit(1);
    return row;
  }

  /** Picks one administration of the practice. */
  #isOne(administrationId: AdministrationId) {
    return and(
      eq(administration.practiceId, this.#care.scope.practiceId),
      eq(administration.administrationId, administrationId),
    );
  }

  /** Picks what was given to a client and not sent. */
  #unsentOf(clientId: ClientId) {
    return and(
      eq(administration.practiceId, this.#care.scope.practiceId),
      eq(administration.clientId, clientId),
      isNull(administration.completedAt),
    );
  }
}
