import { eq } from 'drizzle-orm';
import type { TimeZone } from '#shared/contracts/calendar.ts';
import type { Care } from './care.ts';
import { practice, practiceEntry } from './schema.ts';

/** The practice that the transaction is about. */
export class PracticeRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Sets the practice up, in the directory and as a tenant. Does nothing when it exists. */
  async create(facts: { readonly name: string; readonly timeZone: TimeZone }): Promise<void> {
    const own = { practiceId: this.#care.scope.practiceId, createdAt: this.#care.scope.now };
    await this.#care.db.insert(practiceEntry).values(own).onConflictDoNothing();
    await this.#care.db
      .insert(practice)
      .values({ ...own, ...facts })
      .onConflictDoNothing();
  }

  /** Name and time zone; null when there is no such practice. */
  async read(): Promise<{ readonly name: string; readonly timeZone: TimeZone } | null> {
    const [row] = await this.#care.db
      .select({ name: practice.name, timeZone: practice.timeZone })
      .from(practice)
      .where(eq(practice.practiceId, this.#care.scope.practiceId));
    return row ?? null;
  }
}
