import { and, eq } from 'drizzle-orm';
import type { AdministrationId, ClientId, ResponseId, StaffId } from '#shared/contracts/ids.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import type { Care } from './care.ts';
import { ResponseRepository, responseColumns, scoredResponse } from './responses.ts';
import { response } from './schema.ts';

/** A response with whose it is. */
export interface StoredResponse {
  readonly clientId: ClientId;
  readonly administrationId: AdministrationId;
  readonly response: ScoredResponse;
  /** Why it was made, if it is a correction; null for what a client sent. */
  readonly reason: string | null;
}

/** What a correction says anew; everything else is that of the response it corrects. */
export type NewCorrection = Pick<ScoredResponse, 'responseId' | 'answers' | 'score'> & {
  readonly reason: string;
};

/** Responses that were put right. Both stay; the correction counts. */
export class CorrectionRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** The response, corrected since or not; null when there is none. */
  async find(responseId: ResponseId): Promise<StoredResponse | null> {
    const [row] = await this.#care.db
      .select({
        clientId: response.clientId,
        administrationId: response.administrationId,
        reason: response.correctionReason,
        row: responseColumns,
      })
      .from(response)
      .where(this.#isOne(responseId));
    if (row === undefined) return null;
    const { row: columns, ...whose } = row;
    return { ...whose, response: scoredResponse(columns) };
  }

  /** Whether a response was corrected. Call while holding the client. */
  async isCorrected(responseId: ResponseId): Promise<boolean> {
    const rows = await this.#care.db
      .select({ responseId: response.responseId })
      .from(response)
      .where(
        and(
          eq(response.practiceId, this.#care.scope.practiceId),
          eq(response.supersedes, responseId),
        ),
      );
    return rows.length > 0;
  }

  /**
   * Stores a correction: the next response of its measure, of the same administration and day. Call
   * while holding the client. Null when another client's record took its id meanwhile.
   */
  async store(
    { clientId, administrationId, response: corrected }: StoredResponse,
    { reason, ...anew }: NewCorrection,
    by: StaffId,
  ): Promise<ScoredResponse | null> {
    const { instrumentId, instrumentVersion, answeredOn, responseId: supersedes } = corrected;
    const count = await new ResponseRepository(this.#care).count(clientId, instrumentId);
    const [row] = await this.#care.db
      .insert(response)
      .values({
        practiceId: this.#care.scope.practiceId,
        administrationId,
        clientId,
        instrumentId,
        instrumentVersion,
        ordinal: count + 1,
        answeredOn,
        submittedAt: this.#care.scope.now,
        supersedes,
        correctionReason: reason,
        correctedBy: by,
        ...anew,
      })
      .onConflictDoNothing({ target: [response.practiceId, response.responseId] })
      .returning(responseColumns);
    return row === undefined ? null : scoredResponse(row);
  }

  /** Picks one response of the practice. */
  #isOne(responseId: ResponseId) {
    return and(
      eq(response.practiceId, this.#care.scope.practiceId),
      eq(response.responseId, responseId),
    );
  }
}
