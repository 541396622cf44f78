import { and, desc, eq, isNull, min, sql } from 'drizzle-orm';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { FormId } from '#shared/contracts/custom-form.ts';
import type { AdministrationId, ClientId, ResponseId } from '#shared/contracts/ids.ts';
import type { OwnFormResponse } from '#shared/contracts/own-answers.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { AdministrationRepository } from './administrations.ts';
import type { Care } from './care.ts';
import { ClientRepository } from './clients.ts';
import { ownFormVersion, ownResponse } from './schema.ts';

/** The result of a submission. A repeat gets what was stored the first time. */
export interface OwnSubmission {
  readonly outcome: 'stored' | 'repeated';
  readonly response: OwnFormResponse;
}

/** An own form that was sent, by its title. */
export interface SentOwnForm extends Pick<OwnFormResponse, 'answeredOn' | 'submittedAt'> {
  readonly title: string;
}

/** The columns of an {@link OwnFormResponse}. */
export const ownResponseColumns = {
  responseId: ownResponse.responseId,
  formId: ownResponse.formId,
  formVersion: ownResponse.formVersion,
  answeredOn: ownResponse.answeredOn,
  submittedAt: ownResponse.submittedAt,
  answers: ownResponse.answers,
  supersedes: ownResponse.supersedes,
};

type OwnResponseRow = Pick<typeof ownResponse.$inferSelect, keyof typeof ownResponseColumns>;

/** A row in the contract's shape: an original says nothing of what it corrects. */
export function ownFormResponse({ supersedes, ...row }: OwnResponseRow): OwnFormResponse {
  return supersedes === null ? row : { ...row, supersedes };
}

/** Submitted sets of answers to own forms. Nothing of them is scored. */
export class OwnResponseRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** What an administration became, as it was sent; null while it is not submitted. */
  async ofAdministration(administrationId: AdministrationId): Promise<OwnFormResponse | null> {
    const [row] = await this.#care.db
      .select(ownResponseColumns)
      .from(ownResponse)
      .where(
        and(
          eq(ownResponse.practiceId, this.#care.scope.practiceId),
          eq(ownResponse.administrationId, administrationId),
          isNull(ownResponse.supersedes),
        ),
      );
    return row === undefined ? null : ownFormResponse(row);
  }

  /** What a client sent, newest first and as it was sent, under the title that the form had then. */
  async sentBy(clientId: ClientId, limit: number): Promise<readonly SentOwnForm[]> {
    return this.#care.db
      .select({
        title: sql<string>`${ownFormVersion.form} ->> 'title'`,
        answeredOn: ownResponse.answeredOn,
        submittedAt: ownResponse.submittedAt,
      })
      .from(ownResponse)
      .innerJoin(
        ownFormVersion,
        and(
          eq(ownFormVersion.practiceId, this.#care.scope.practiceId),
          eq(ownFormVersion.formId, ownResponse.formId),
          eq(ownFormVersion.version, ownResponse.formVersion),
        ),
      )
      .where(and(this.#ofClient(clientId), isNull(ownResponse.supersedes)))
      .orderBy(desc(ownResponse.submittedAt), desc(ownResponse.responseId))
      .limit(limit);
  }

  /** When the client last submitted an own form; null before the first time. */
  async newestOf(clientId: ClientId): Promise<Instant | null> {
    const [row] = await this.#care.db
      .select({ at: ownResponse.submittedAt })
      .from(ownResponse)
      .where(this.#ofClient(clientId))
      .orderBy(desc(ownResponse.submittedAt))
      .limit(1);
    return row?.at ?? null;
  }

  /**
   * When the first response was submitted that comes after the first so many of its form (`counts`,
   * by the form's key); null when there is none. As with measures, numbers tell what times can't.
   */
  async firstBeyond(
    clientId: ClientId,
    counts: Readonly<Record<string, number>>,
  ): Promise<Instant | null> {
    const key = sql`'form:' || ${ownResponse.formId}::text`;
    const known = sql`(${JSON.stringify(counts)}::jsonb ->> (${key}))::numeric`;
    const [row] = await this.#care.db
      .select({ at: min(ownResponse.submittedAt) })
      .from(ownResponse)
      .where(and(this.#ofClient(clientId), sql`${ownResponse.ordinal} > coalesce(${known}, 0)`));
    return row?.at ?? null;
  }

  /**
   * Stores a submission exactly once. Whoever comes second, even at the same moment, waits for the
   * first and gets the stored response. `closed`: not there, no own form, or expired before it was
   * sent.
   */
  async submit(
    administrationId: AdministrationId,
    submitted: Pick<OwnFormResponse, 'answeredOn' | 'answers'>,
  ): Promise<Result<OwnSubmission, 'closed'>> {
    const administrations = new AdministrationRepository(this.#care);
    const held = await administrations.hold(administrationId);
    if (held === null || held.formId === null) return refuse('closed');
    const stored = await this.ofAdministration(administrationId);
    if (stored !== null) return ok({ outcome: 'repeated', response: stored });
    if (held.expiresAt <= this.#care.scope.now) return refuse('closed');
    const { clientId, formId, instrumentVersion: formVersion } = held;
    await new ClientRepository(this.#care).hold(clientId);
    const ordinal = (await this.count(clientId, formId)) + 1;
    const [row] = await this.#care.db
      .insert(ownResponse)
      .values({
        practiceId: this.#care.scope.practiceId,
        responseId: this.#care.newId() as ResponseId,
        administrationId,
        clientId,
        formId,
        formVersion,
        ordinal,
        submittedAt: this.#care.scope.now,
        ...submitted,
      })
      .returning(ownResponseColumns);
    if (row === undefined) throw new Error('an insert returned no row');
    await administrations.complete(administrationId);
    return ok({ outcome: 'stored', response: ownFormResponse(row) });
  }

  /** How many responses to a form the client has given, corrections included. */
  async count(clientId: ClientId, formId: FormId): Promise<number> {
    const [row] = await this.#care.db
      .select({ ordinal: ownResponse.ordinal })
      .from(ownResponse)
      .where(and(this.#ofClient(clientId), eq(ownResponse.formId, formId)))
      .orderBy(desc(ownResponse.ordinal))
      .limit(1);
    return row?.ordinal ?? 0;
  }

  #ofClient(clientId: ClientId) {
    return and(
      eq(ownResponse.practiceId, this.#care.scope.practiceId),
      eq(ownResponse.clientId, clientId),
    );
  }
}
