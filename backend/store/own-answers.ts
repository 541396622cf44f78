import { and, asc, desc, eq } from 'drizzle-orm';
import type { FormAnswers } from '#shared/contracts/custom-form.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
import { AdministrationRepository } from './administrations.ts';
import type { Care } from './care.ts';
import { ownAnswer } from './schema.ts';

/** One answer to an own form: a number, words, or null for a skipped question. */
export type OwnAnswer = FormAnswers[number];

/** The answers that count now, by place in the form. Those never given are absent. */
export type SavedOwnAnswers = ReadonlyMap<number, OwnAnswer>;

/** Answers to own forms on their way to a response. */
export class OwnAnswerRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Every answer that counts now: of each item the newest revision. */
  async saved(administrationId: AdministrationId): Promise<SavedOwnAnswers> {
    const rows = await this.#newest(administrationId);
    return new Map(rows.map(({ item, number, words }) => [item, number ?? words]));
  }

  /**
   * Saves one answer as a further revision; the same again adds nothing. `closed`: already
   * submitted, expired, or not there. Nothing was saved then.
   */
  async save(
    administrationId: AdministrationId,
    item: number,
    answer: OwnAnswer,
  ): Promise<'saved' | 'closed'> {
    const administrations = new AdministrationRepository(this.#care);
    if (!(await administrations.holdOpen(administrationId))) return 'closed';
    const standing = await this.#newest(administrationId);
    const saved = new Map(standing.map((one) => [one.item, one.number ?? one.words]));
    if (saved.get(item) === answer) return 'saved';
    const newest = standing.find((one) => one.item === item)?.revision ?? 0;
    await this.#care.db.insert(ownAnswer).values({
      practiceId: this.#care.scope.practiceId,
      administrationId,
      item,
      revision: newest + 1,
      number: typeof answer === 'number' ? answer : null,
      words: typeof answer === 'string' ? answer : null,
      savedAt: this.#care.scope.now,
    });
    const given = [...saved.set(item, answer).values()].filter((one) => one !== null);
    await administrations.countAnswered(administrationId, given.length);
    return 'saved';
  }

  /** Of each item the newest revision: however many there were, no more is read. */
  async #newest(administrationId: AdministrationId) {
    return this.#care.db
      .selectDistinctOn([ownAnswer.item], {
        item: ownAnswer.item,
        revision: ownAnswer.revision,
        number: ownAnswer.number,
        words: ownAnswer.words,
      })
      .from(ownAnswer)
      .where(
        and(
          eq(ownAnswer.practiceId, this.#care.scope.practiceId),
          eq(ownAnswer.administrationId, administrationId),
        ),
      )
      .orderBy(asc(ownAnswer.item), desc(ownAnswer.revision));
  }
}
