import { and, eq, gte, lt, sql } from 'drizzle-orm';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { FleetReport } from '#shared/contracts/fleet.ts';
import type { Care } from './care.ts';
import { fleetBrowser, fleetCount, fleetReport } from './schema.ts';

/** Something that was counted in one browser. */
export type Count = Omit<typeof fleetCount.$inferSelect, 'practiceId' | 'day' | 'browserId'>;

/** A browser as its last report described it. */
export type KnownBrowser = Omit<typeof fleetBrowser.$inferSelect, 'practiceId'>;

/** How often something happened in all browsers together. */
export interface Total extends Omit<Count, 'times'> {
  readonly times: number;
  readonly browsers: number;
}

/** How browsers and adapters of the practice fare. Nothing here is about clients or staff. */
export class FleetRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Notes a report's arrival; false when it arrived before. */
  async arrive(reportId: string): Promise<boolean> {
    const rows = await this.#care.db
      .insert(fleetReport)
      .values({ ...this.#own(), reportId, arrivedAt: this.#care.scope.now })
      .onConflictDoNothing()
      .returning({ reportId: fleetReport.reportId });
    return rows.length > 0;
  }

  /** Remembers the browser as it is now. */
  async hear(of: Pick<FleetReport, 'browserId' | 'browser' | 'extensionVersion'>): Promise<void> {
    const { browserId, browser, extensionVersion } = of;
    const now = { browser, extensionVersion, heardAt: this.#care.scope.now };
    await this.#care.db
      .insert(fleetBrowser)
      .values({ ...this.#own(), browserId, ...now })
      .onConflictDoUpdate({ target: [fleetBrowser.practiceId, fleetBrowser.browserId], set: now });
  }

  /** Adds to what was counted in a browser on a day. No two counts may be of the same thing. */
  async count(browserId: string, day: CalendarDate, counts: readonly Count[]): Promise<void> {
    if (counts.length === 0) return;
    await this.#care.db
      .insert(fleetCount)
      .values(counts.map((one) => ({ ...this.#own(), day, browserId, ...one })))
      .onConflictDoUpdate({
        target: [
          fleetCount.practiceId,
          fleetCount.day,
          fleetCount.browserId,
          fleetCount.ehr,
          fleetCount.adapterVersion,
          fleetCount.counted,
          fleetCount.name,
        ],
        set: { times: sql`${fleetCount.times} + excluded.times` },
      });
  }

  /** Every browser that is still remembered, the one that was heard of last at first. */
  async browsers(): Promise<readonly KnownBrowser[]> {
    return this.#care.db
      .select({
        browserId: fleetBrowser.browserId,
        browser: fleetBrowser.browser,
        extensionVersion: fleetBrowser.extensionVersion,
        heardAt: fleetBrowser.heardAt,
      })
      .from(fleetBrowser)
      .where(eq(fleetBrowser.practiceId, this.#care.scope.practiceId))
      .orderBy(sql`${fleetBrowser.heardAt} desc`, fleetBrowser.browserId);
  }

  /** What was counted from a day on. */
  async totalsSince(day: CalendarDate): Promise<readonly Total[]> {
    const { ehr, adapterVersion, counted, name } = fleetCount;
    return this.#care.db
      .select({
        ehr,
        adapterVersion,
        counted,
        name,
        times: sql<number>`sum(${fleetCount.times})`.mapWith(Number),
        browsers: sql<number>`count(distinct ${fleetCount.browserId})`.mapWith(Number),
      })
      .from(fleetCount)
      .where(and(eq(fleetCount.practiceId, this.#care.scope.practiceId), gte(fleetCount.day, day)))
      .groupBy(ehr, adapterVersion, counted, name)
      .orderBy(ehr, sql`${adapterVersion} desc`, counted, name);
  }

  /** In how many browsers each version of an adapter saw pages, from a day on. */
  async versionsSince(
    day: CalendarDate,
  ): Promise<readonly Pick<Total, 'ehr' | 'adapterVersion' | 'browsers'>[]> {
    const { ehr, adapterVersion } = fleetCount;
    const browsers = sql<number>`count(distinct ${fleetCount.browserId})`.mapWith(Number);
    return this.#care.db
      .select({ ehr, adapterVersion, browsers })
      .from(fleetCount)
      .where(and(eq(fleetCount.practiceId, this.#care.scope.practiceId), gte(fleetCount.day, day)))
      .groupBy(ehr, adapterVersion)
      .orderBy(ehr, sql`${adapterVersion} desc`);
  }

  /** Removes what is older than a moment, and than its day. */
  async forget(before: Instant, day: CalendarDate): Promise<void> {
    const { practiceId } = this.#care.scope;
    const { db } = this.#care;
    await db
      .delete(fleetCount)
      .where(and(eq(fleetCount.practiceId, practiceId), lt(fleetCount.day, day)));
    await db
      .delete(fleetReport)
      .where(and(eq(fleetReport.practiceId, practiceId), lt(fleetReport.arrivedAt, before)));
    await db
      .delete(fleetBrowser)
      .where(and(eq(fleetBrowser.practiceId, practiceId), lt(fleetBrowser.heardAt, before)));
  }

  #own() {
    return { practiceId: this.#care.scope.practiceId };
  }
}
