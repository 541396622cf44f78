import { and, asc, desc, eq } from 'drizzle-orm';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { handMeasure, staff } from './schema.ts';

/** What is stated of a measure, and which of its statements that is. */
export interface Statement {
  readonly measure: HandMeasure;
  /** 1, 2, 3 ... with every statement. */
  readonly edition: number;
  /** False when new totals can't be entered; true when it is not said. */
  readonly inUse?: boolean;
}

/** A statement with who made it. */
export interface StatedMeasure extends Required<Statement> {
  /** Display name. */
  readonly by: string;
  readonly at: Instant;
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
      .selectDistinctOn([handMeasure.code], SHOWN)
      .from(handMeasure)
      .innerJoin(staff, this.#isWhoStated())
      .where(eq(handMeasure.practiceId, this.#care.scope.practiceId))
      .orderBy(asc(handMeasure.code), desc(handMeasure.edition));
    return rows
      .map(stated)
      .toSorted((one, other) => one.measure.name.localeCompare(other.measure.name, 'en'));
  }

  /** The newest statement of a measure; null when there is none. */
  async newestOf(id: string): Promise<StatedMeasure | null> {
    const [row] = await this.#care.db
      .select(SHOWN)
      .from(handMeasure)
      .innerJoin(staff, this.#isWhoStated())
      .where(and(eq(handMeasure.practiceId, this.#care.scope.practiceId), eq(handMeasure.code, id)))
      .orderBy(desc(handMeasure.edition))
      .limit(1);
    return row === undefined ? null : stated(row);
  }

  /** Adds a statement. False when somebody else has added this edition meanwhile. */
  async state({ measure, edition, inUse = true }: Statement, by: StaffId): Promise<boolean> {
    const { id: code, ...facts } = measure;
    const rows = await this.#care.db
      .insert(handMeasure)
      .values({
        practiceId: this.#care.scope.practiceId,
        code,
        edition,
        inUse,
        statedBy: by,
        statedAt: this.#care.scope.now,
        ...facts,
      })
      .onConflictDoNothing()
      .returning({ edition: handMeasure.edition });
    return rows.length > 0;
  }

  #isWhoStated() {
    return and(
      eq(staff.practiceId, this.#care.scope.practiceId),
      eq(staff.staffId, handMeasure.statedBy),
    );
  }
}

const SHOWN = {
  facts: handMeasure,
  by: staff.displayName,
};

function stated({ facts, by }: { facts: typeof handMeasure.$inferSelect; by: string }) {
  const { code: id, version, name, direction, range, bands, bandsSource } = facts;
  const measure = { id, version, name, direction, range, bands, bandsSource };
  return { measure, edition: facts.edition, inUse: facts.inUse, by, at: facts.statedAt };
}
