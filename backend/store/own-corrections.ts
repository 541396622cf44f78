import { and, eq } from 'drizzle-orm';
import type { AdministrationId, ClientId, ResponseId, StaffId } from '#shared/contracts/ids.ts';
import type { OwnFormResponse } from '#shared/contracts/own-answers.ts';
import type { Care } from './care.ts';
import { OwnResponseRepository, ownFormResponse, ownResponseColumns } from './own-responses.ts';
import { ownResponse } from './schema.ts';

/** A response to an own form with whose it is. */
export interface StoredOwnResponse {
  readonly clientId: ClientId;
  readonly administrationId: AdministrationId;
  readonly response: OwnFormResponse;
  /** Why it was made, if it is a correction; null for what a client sent. */
  readonly reason: string | null;
}

/** What a correction says anew; everything else is that of the response it corrects. */
export type NewOwnCorrection = Pick<OwnFormResponse, 'responseId' | 'answers'> & {
  readonly reason: string;
};

/** Responses to own forms that were put right. Both stay; the correction counts. */
export class OwnCorrectionRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** The response, corrected since or not; null when there is none. */
  async find(responseId: ResponseId): Promise<StoredOwnResponse | null> {
    const [found] = await this.#care.db
      .select({
        clientId: ownResponse.clientId,
        administrationId: ownResponse.administrationId,
        reason: ownResponse.correctionReason,
        row: ownResponseColumns,
      })
      .from(ownResponse)
      .where(
        and(
          eq(ownResponse.practiceId, this.#care.scope.practiceId),
          eq(ownResponse.responseId, responseId),
        ),
      );
    if (found === undefined) return null;
    const { row, ...whose } = found;
    return { ...whose, response: ownFormResponse(row) };
  }

  /** Whether a response was corrected. Call while holding the client. */
  async isCorrected(responseId: ResponseId): Promise<boolean> {
    const rows = await this.#care.db
      .select({ responseId: ownResponse.responseId })
      .from(ownResponse)
      .where(
        and(
          eq(ownResponse.practiceId, this.#care.scope.practiceId),
          eq(ownResponse.supersedes, responseId),
        ),
      );
    return rows.length > 0;
  }

  /**
   * Stores a correction: the next response of its form, of the same administration, version and day.
   * Call while holding the client. False when another client's record took its id meanwhile.
   */
  async store(
    { clientId, administrationId, response }: StoredOwnResponse,
    { reason, ...anew }: NewOwnCorrection,
    by: StaffId,
  ): Promise<boolean> {
    const { formId, formVersion, answeredOn, responseId: supersedes } = response;
    const count = await new OwnResponseRepository(this.#care).count(clientId, formId);
    const rows = await this.#care.db
      .insert(ownResponse)
      .values({
        practiceId: this.#care.scope.practiceId,
        administrationId,
        clientId,
        formId,
        formVersion,
        ordinal: count + 1,
        answeredOn,
        submittedAt: this.#care.scope.now,
        supersedes,
        correctionReason: reason,
        correctedBy: by,
        ...anew,
      })
      .onConflictDoNothing({ target: [ownResponse.practiceId, ownResponse.responseId] })
      .returning({ responseId: ownResponse.responseId });
    return rows.length > 0;
  }
}
