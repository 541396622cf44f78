import { and, asc, eq, isNull } from 'drizzle-orm';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { PhraseTemplate } from '#shared/contracts/phrase-template.ts';
import type { Care } from './care.ts';
import { phrase } from './schema.ts';

/** The practice's own sentences for Updates. */
export class PhraseRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Those that stand, by name. */
  async standing(): Promise<readonly PhraseTemplate[]> {
    const rows = await this.#care.db
      .select()
      .from(phrase)
      .where(and(eq(phrase.practiceId, this.#care.scope.practiceId), isNull(phrase.removedAt)))
      .orderBy(asc(phrase.name));
    return rows.map(({ phraseId: id, name, text, per, language, shapes, section }) => ({
      id,
      name,
      text,
      per,
      language,
      shapes: [...shapes],
      section,
    }));
  }

  /** Adds a phrase. False when another one of its name stands; nothing is added then. */
  async add({ id: phraseId, ...template }: PhraseTemplate, by: StaffId): Promise<boolean> {
    const rows = await this.#care.db
      .insert(phrase)
      .values({
        practiceId: this.#care.scope.practiceId,
        phraseId,
        savedBy: by,
        savedAt: this.#care.scope.now,
        ...template,
      })
      .onConflictDoNothing()
      .returning({ phraseId: phrase.phraseId });
    return rows.length > 0;
  }

  /** Takes a phrase away. True when it stood until now. */
  async remove(phraseId: string, by: StaffId): Promise<boolean> {
    const rows = await this.#care.db
      .update(phrase)
      .set({ removedBy: by, removedAt: this.#care.scope.now })
      .where(
        and(
          eq(phrase.practiceId, this.#care.scope.practiceId),
          eq(phrase.phraseId, phraseId),
          isNull(phrase.removedAt),
        ),
      )
      .returning({ phraseId: phrase.phraseId });
    return rows.length > 0;
  }
}
