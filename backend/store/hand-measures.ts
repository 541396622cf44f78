import { and, asc, desc, eq } from 'drizzle-orm';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { handMeasure } from './schema.ts';

/** What a practice states of a measure, and which of its statements that is. */
export interface StatedMeasure {
  readonly measure: HandMeasure;
  /** 1, 2, 3 ... with every statement. */
  readonly edition: number;
}

/** Measures that may not be shipped, as the practice states them. */
export class HandMeasureRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** The newest statement of every measure, by name. */
  async newest(): Promise<readonly StatedMeasure[]> {
    const rows = await this.#care.db
      .selectDistinctOn([handMeasure.code])
      .from(handMeasure)
      .where(eq(handMeasure.practiceId, this.#care.scope.practiceId))
      .orderBy(asc(handMeasure.code), desc(handMeasure.edition));
    return rows
      .map(stated)
      .toSorted((one, other) => one.measure.name.localeCompare(other.measure.name, 'en'));
  }

  /** The newest statement of a measure; null when there is none. */
  async newestOf(id: string): Promise<StatedMeasure | null> {
    const [row] = await this.#care.db
      .select()
      .from(handMeasure)
      .where(and(eq(handMeasure.practiceId, this.#care.scope.practiceId), eq(handMeasure.code, id)))
      .orderBy(desc(handMeasure.edition))
      .limit(1);
    return row === undefined ? null : stated(row);
  }

  /** Adds a statement. False when somebody else has added this edition meanwhile. */
  async state({ measure, edition }: StatedMeasure, by: StaffId): Promise<boolean> {
    const { id: code, ...facts } = measure;
    const rows = await this.#care.db
      .insert(handMeasure)
      .values({
        practiceId: this.#care.scope.practiceId,
        code,
        edition,
        statedBy: by,
        statedAt: this.#care.scope.now,
        ...facts,
      })
      .onConflictDoNothing()
      .returning({ edition: handMeasure.edition });
    return rows.length > 0;
  }
}

function stated(row: typeof handMeasure.$inferSelect): StatedMeasure {
  const { code: id, edition, version, name, direction, range, bands, bandsSource } = row;
  return { edition, measure: { id, version, name, direction, range, bands, bandsSource } };
}
