import { and, asc, desc, eq, isNull, min, sql } from 'drizzle-orm';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { AdministrationId, ClientId, ResponseId } from '#shared/contracts/ids.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { AdministrationRepository } from './administrations.ts';
import type { Care } from './care.ts';
import { ClientRepository } from './clients.ts';
import { response } from './schema.ts';

/** A response that was just scored: what the store adds is its id, client, moment and place. */
export type NewResponse = Pick<ScoredResponse, 'answeredOn' | 'answers' | 'score'>;

/** The result of a submission. A repeat gets what was stored the first time. */
export interface Submission {
  readonly outcome: 'stored' | 'repeated';
  readonly response: ScoredResponse;
}

/** The columns of a {@link ScoredResponse}. */
export const responseColumns = {
  responseId: response.responseId,
  instrumentId: response.instrumentId,
  instrumentVersion: response.instrumentVersion,
  answeredOn: response.answeredOn,
  submittedAt: response.submittedAt,
  answers: response.answers,
  score: response.score,
  supersedes: response.supersedes,
};

type ResponseRow = Pick<typeof response.$inferSelect, keyof typeof responseColumns>;

/** A row in the contract's shape: an original says nothing of what it corrects. */
export function scoredResponse({ supersedes, ...row }: ResponseRow): ScoredResponse {
  return supersedes === null ? row : { ...row, supersedes };
}

/** Submitted, scored sets of answers. */
export class ResponseRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** What an administration became, as it was sent; null while it is not submitted. */
  async ofAdministration(administrationId: AdministrationId): Promise<ScoredResponse | null> {
    const [row] = await this.#care.db
      .select(responseColumns)
      .from(response)
      .where(
        and(
          eq(response.practiceId, this.#care.scope.practiceId),
          eq(response.administrationId, administrationId),
          isNull(response.supersedes),
        ),
      );
    return row === undefined ? null : scoredResponse(row);
  }

  /** Every response of a client, to whatever instrument, in the order of submission. */
  async ofClient(clientId: ClientId): Promise<readonly ScoredResponse[]> {
    const rows = await this.#care.db
      .select(responseColumns)
      .from(response)
      .where(this.#ofClient(clientId))
      .orderBy(asc(response.submittedAt), asc(response.responseId));
    return rows.map(scoredResponse);
  }

  /** When the client last submitted something; null before the first time. */
  async newestOf(clientId: ClientId): Promise<Instant | null> {
    const [row] = await this.#care.db
      .select({ at: response.submittedAt })
      .from(response)
      .where(this.#ofClient(clientId))
      .orderBy(desc(response.submittedAt))
      .limit(1);
    return row?.at ?? null;
  }

  /**
   * When the first response was submitted that comes after the first so many of its measure
   * (`counts`, by instrument); null when there is none. Counts tell what somebody had before them
   * as times can't: the responses of a client are numbered in the order of their commits.
   */
  async firstBeyond(
    clientId: ClientId,
    counts: Readonly<Record<string, number>>,
  ): Promise<Instant | null> {
    const known = sql`(${JSON.stringify(counts)}::jsonb ->> ${response.instrumentId})::numeric`;
    const [row] = await this.#care.db
      .select({ at: min(response.submittedAt) })
      .from(response)
      .where(and(this.#ofClient(clientId), sql`${response.ordinal} > coalesce(${known}, 0)`));
    return row?.at ?? null;
  }

  /**
   * Stores a submission exactly once. Whoever comes second, even at the same moment, waits for
   * the first and gets the stored response. `closed`: not there, or expired before it was sent.
   */
  async submit(
    administrationId: AdministrationId,
    submitted: NewResponse,
  ): Promise<Result<Submission, 'closed'>> {
    const administrations = new AdministrationRepository(this.#care);
    const held = await administrations.hold(administrationId);
    if (held === null) return refuse('closed');
    const stored = await this.ofAdministration(administrationId);
    if (stored !== null) return ok({ outcome: 'repeated', response: stored });
    if (held.expiresAt <= this.#care.scope.now) return refuse('closed');
    const { clientId, instrumentId, instrumentVersion } = held;
    // One after the other, so that the responses of a client are numbered without gap.
    await new ClientRepository(this.#care).hold(clientId);
    const ordinal = (await this.count(clientId, instrumentId)) + 1;
    // Read back, so that the first reply and every later one are the same to the byte.
    const [scored] = await this.#care.db
      .insert(response)
      .values({
        practiceId: this.#care.scope.practiceId,
        responseId: this.#care.newId() as ResponseId,
        administrationId,
        clientId,
        instrumentId,
        instrumentVersion,
        ordinal,
        submittedAt: this.#care.scope.now,
        ...submitted,
      })
      .returning(responseColumns);
    if (scored === undefined) throw new Error('an insert returned no row');
    await administrations.complete(administrationId);
    return ok({ outcome: 'stored', response: scoredResponse(scored) });
  }

  /** How many responses to an instrument the client has given, corrections included. */
  async count(clientId: ClientId, instrumentId: string): Promise<number> {
    const [row] = await this.#care.db
      .select({ ordinal: response.ordinal })
      .from(response)
      .where(and(this.#ofClient(clientId), eq(response.instrumentId, instrumentId)))
      .orderBy(desc(response.ordinal))
      .limit(1);
    return row?.ordinal ?? 0;
  }

  /** Picks the responses of a client. */
  #ofClient(clientId: ClientId) {
    return and(
      eq(response.practiceId, this.#care.scope.practiceId),
      eq(response.clientId, clientId),
    );
  }
}
